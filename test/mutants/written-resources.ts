/** What written labs have more than their scenarios, as text for the list of resources. */

export const groupOfAppliance = `  - type: Microsoft.Network/networkSecurityGroups
    name: of-appliance
    location: westeurope
    properties:
      securityRules:
        - name: no-way-in
          properties: { priority: 100, direction: Inbound, access: Deny, protocol: "*", sourceAddressPrefix: 10.1.0.0/16, sourcePortRange: "*", destinationAddressPrefix: 10.2.0.0/16, destinationPortRange: "*" }
        - name: no-way-out
          properties: { priority: 100, direction: Outbound, access: Deny, protocol: "*", sourceAddressPrefix: 10.2.0.0/16, sourcePortRange: "*", destinationAddressPrefix: 10.1.0.0/16, destinationPortRange: "*" }
`;

export const balancer = `  - type: Microsoft.Network/loadBalancers
    name: front
    location: westeurope
    sku: { name: Standard }
    properties:
      frontendIPConfigurations:
        - { name: front, properties: { privateIPAddress: 10.0.2.100, subnet: { id: virtualNetworks/hub/subnets/front } } }
      backendAddressPools:
        - name: pool
          properties:
            backendIPConfigurations:
              - { id: networkInterfaces/appliance/ipConfigurations/ip }
              - { id: networkInterfaces/second/ipConfigurations/ip }
  - type: Microsoft.Network/networkInterfaces
    name: second
    location: westeurope
    properties:
      ipConfigurations:
        - { name: ip, properties: { privateIPAddress: 10.0.1.5, privateIPAllocationMethod: Static, subnet: { id: virtualNetworks/hub/subnets/appliances } } }
`;

export const tableOfGateway = `  - type: Microsoft.Network/routeTables
    name: of-gateway
    location: westeurope
    properties:
      routes: [{ name: to-v3, properties: { addressPrefix: 10.3.0.0/16, nextHopType: VirtualAppliance, nextHopIpAddress: 10.3.0.9 } }]
`;

export const tableToSite = `  - type: Microsoft.Network/routeTables
    name: to-site
    location: westeurope
    properties:
      routes: [{ name: to-site, properties: { addressPrefix: 1.2.3.0/24, nextHopType: VirtualNetworkGateway } }]
`;
export const secondGatewayOfCircuit = `  - type: Microsoft.Network/virtualNetworkGateways
    name: er-spoke
    location: westeurope
    properties:
      gatewayType: ExpressRoute
      sku: { name: ErGw1AZ, tier: ErGw1AZ }
      ipConfigurations:
        - { name: ip, properties: { subnet: { id: virtualNetworks/spoke/subnets/GatewaySubnet } } }
  - type: Microsoft.Network/connections
    name: spoke-to-circuit
    location: westeurope
    properties:
      connectionType: ExpressRoute
      virtualNetworkGateway1: { id: virtualNetworkGateways/er-spoke }
      peer: { id: expressRouteCircuits/circuit }
`;

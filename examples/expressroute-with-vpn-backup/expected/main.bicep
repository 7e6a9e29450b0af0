// expressroute-with-vpn-backup: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network.
// Deploy with: az deployment group create --resource-group rg-network --template-file main.bicep

metadata name = 'expressroute-with-vpn-backup'
metadata generator = 'isthmus'

@description('Azure takes a peering only once the provider has set the circuit to Provisioned.')
param circuitProvisioned bool = false

@description('the AS number of the customer\'s routers of the private peering of factory-circuit, as agreed with the provider')
param factoryCircuitAzurePrivatePeeringPeerASN int = 0

@description('the /30 of the first link of the private peering of factory-circuit, as agreed with the provider')
param factoryCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix string = ''

@description('the /30 of the second link of the private peering of factory-circuit, as agreed with the provider')
param factoryCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix string = ''

@description('the VLAN of the private peering of factory-circuit, as agreed with the provider')
param factoryCircuitAzurePrivatePeeringVlanId int = 0

@description('the pre-shared key of production-to-factory, the same as on the device 198.51.100.20')
@secure()
param productionToFactoryConnectionSharedKey string

resource productionGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: production
  name: 'GatewaySubnet'
}

resource production 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'production'
  location: 'germanywestcentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.0.0/22'
      ]
    }
    subnets: [
      {
        name: 'lines'
        properties: {
          addressPrefix: '10.64.1.0/24'
        }
      }
      {
        name: 'history'
        properties: {
          addressPrefix: '10.64.0.0/24'
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.64.2.0/26'
        }
      }
    ]
  }
}

resource productionExpressroute 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'production-expressroute'
  location: 'germanywestcentral'
  properties: {
    gatewayType: 'ExpressRoute'
    sku: {
      name: 'ErGw1AZ'
      tier: 'ErGw1AZ'
    }
    ipConfigurations: [
      {
        name: 'default'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: productionGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    production
  ]
}

resource factoryCircuit 'Microsoft.Network/expressRouteCircuits@2024-05-01' = {
  name: 'factory-circuit'
  location: 'germanywestcentral'
  sku: {
    name: 'Standard_MeteredData'
    tier: 'Standard'
    family: 'MeteredData'
  }
  properties: {
    serviceProviderProperties: {
      serviceProviderName: 'Equinix'
      peeringLocation: 'Frankfurt'
      bandwidthInMbps: 500
    }
  }
}

resource productionVpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'production-vpn'
  location: 'germanywestcentral'
  properties: {
    gatewayType: 'Vpn'
    vpnType: 'RouteBased'
    vpnGatewayGeneration: 'Generation1'
    sku: {
      name: 'VpnGw1AZ'
      tier: 'VpnGw1AZ'
    }
    activeActive: true
    enableBgp: true
    bgpSettings: {
      asn: 65515
    }
    ipConfigurations: [
      {
        name: 'ip-1'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: productionVpnIp1.id
          }
          subnet: {
            id: productionGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-2'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: productionVpnIp2.id
          }
          subnet: {
            id: productionGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    production
  ]
}

resource productionVpnIp1 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'production-vpn-ip-1'
  location: 'germanywestcentral'
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  zones: [
    '1'
    '2'
    '3'
  ]
  properties: {
    publicIPAllocationMethod: 'Static'
    publicIPAddressVersion: 'IPv4'
  }
}

resource productionVpnIp2 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'production-vpn-ip-2'
  location: 'germanywestcentral'
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  zones: [
    '1'
    '2'
    '3'
  ]
  properties: {
    publicIPAllocationMethod: 'Static'
    publicIPAddressVersion: 'IPv4'
  }
}

resource productionToFactoryCircuit 'Microsoft.Network/connections@2024-05-01' = if (circuitProvisioned) {
  name: 'production-to-factory-circuit'
  location: 'germanywestcentral'
  properties: {
    connectionType: 'ExpressRoute'
    virtualNetworkGateway1: {
      id: productionExpressroute.id
    }
    peer: {
      id: factoryCircuit.id
    }
  }
  dependsOn: [
    factoryCircuitAzurePrivatePeering
  ]
}

resource productionToFactory 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'production-to-factory'
  location: 'germanywestcentral'
  properties: {
    gatewayIpAddress: '198.51.100.20'
    localNetworkAddressSpace: {
      addressPrefixes: []
    }
    bgpSettings: {
      asn: 65020
      bgpPeeringAddress: '172.16.0.1'
    }
  }
}

resource productionToFactoryConnection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'production-to-factory'
  location: 'germanywestcentral'
  properties: {
    virtualNetworkGateway1: {
      id: productionVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: productionToFactory.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: true
    sharedKey: productionToFactoryConnectionSharedKey
  }
}

resource factoryCircuitAzurePrivatePeering 'Microsoft.Network/expressRouteCircuits/peerings@2024-05-01' = if (circuitProvisioned) {
  parent: factoryCircuit
  name: 'AzurePrivatePeering'
  properties: {
    peeringType: 'AzurePrivatePeering'
    peerASN: factoryCircuitAzurePrivatePeeringPeerASN
    primaryPeerAddressPrefix: factoryCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix
    secondaryPeerAddressPrefix: factoryCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix
    vlanId: factoryCircuitAzurePrivatePeeringVlanId
  }
}

// site-to-site-transit: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network.
// Deploy with: az deployment group create --resource-group rg-network --template-file main.bicep

metadata name = 'site-to-site-transit'
metadata generator = 'isthmus'

@description('The root certificate that signs those of the users: its public part, base64-encoded on one line, without the BEGIN and END lines.')
@secure()
param hubVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData string

@description('the pre-shared key of hub-to-utrecht, the same as on the device 198.51.100.10')
@secure()
param hubToUtrechtConnectionSharedKey string

@description('the pre-shared key of hub-to-rotterdam, the same as on the device 198.51.100.20')
@secure()
param hubToRotterdamConnectionSharedKey string

@description('Azure takes a peering only once the provider has set the circuit to Provisioned.')
param circuitProvisioned bool = false

@description('the AS number of the customer\'s routers of the private peering of plant-circuit, as agreed with the provider')
param plantCircuitAzurePrivatePeeringPeerASN int = 0

@description('the /30 of the first link of the private peering of plant-circuit, as agreed with the provider')
param plantCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix string = ''

@description('the /30 of the second link of the private peering of plant-circuit, as agreed with the provider')
param plantCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix string = ''

@description('the VLAN of the private peering of plant-circuit, as agreed with the provider')
param plantCircuitAzurePrivatePeeringVlanId int = 0

resource hubGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: hub
  name: 'GatewaySubnet'
}

resource hubRouteServerSubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: hub
  name: 'RouteServerSubnet'
}

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.0.0/22'
      ]
    }
    subnets: [
      {
        name: 'shared'
        properties: {
          addressPrefix: '10.64.0.0/25'
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.64.0.128/26'
        }
      }
      {
        name: 'RouteServerSubnet'
        properties: {
          addressPrefix: '10.64.0.192/26'
        }
      }
    ]
  }
}

resource orders 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'orders'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.4.0/23'
      ]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.64.4.0/24'
        }
      }
    ]
  }
}

resource hubVpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'hub-vpn'
  location: 'westeurope'
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
            id: hubVpnIp1.id
          }
          subnet: {
            id: hubGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-2'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: hubVpnIp2.id
          }
          subnet: {
            id: hubGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-3'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: hubVpnIp3.id
          }
          subnet: {
            id: hubGatewaySubnet.id
          }
        }
      }
    ]
    vpnClientConfiguration: {
      vpnClientAddressPool: {
        addressPrefixes: [
          '10.64.6.0/26'
        ]
      }
      vpnClientProtocols: [
        'OpenVPN'
        'IkeV2'
      ]
      vpnAuthenticationTypes: [
        'Certificate'
      ]
      vpnClientRootCertificates: [
        {
          name: 'hub-vpn-root'
          properties: {
            publicCertData: hubVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData
          }
        }
      ]
    }
    customRoutes: {
      addressPrefixes: [
        '192.168.1.0/24'
        '192.168.2.0/24'
      ]
    }
  }
  dependsOn: [
    hub
  ]
}

resource hubVpnIp1 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'hub-vpn-ip-1'
  location: 'westeurope'
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

resource hubVpnIp2 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'hub-vpn-ip-2'
  location: 'westeurope'
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

resource hubVpnIp3 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'hub-vpn-ip-3'
  location: 'westeurope'
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

resource hubExpressroute 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'hub-expressroute'
  location: 'westeurope'
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
            id: hubGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    hub
  ]
}

resource plantCircuit 'Microsoft.Network/expressRouteCircuits@2024-05-01' = {
  name: 'plant-circuit'
  location: 'westeurope'
  sku: {
    name: 'Standard_MeteredData'
    tier: 'Standard'
    family: 'MeteredData'
  }
  properties: {
    serviceProviderProperties: {
      serviceProviderName: 'Equinix'
      peeringLocation: 'Amsterdam'
      bandwidthInMbps: 200
    }
  }
}

resource hubRouteServer 'Microsoft.Network/virtualHubs@2024-05-01' = {
  name: 'hub-route-server'
  location: 'westeurope'
  properties: {
    sku: 'Standard'
    allowBranchToBranchTraffic: true
  }
}

resource hubRouteServerIp 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'hub-route-server-ip'
  location: 'westeurope'
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  properties: {
    publicIPAllocationMethod: 'Static'
    publicIPAddressVersion: 'IPv4'
  }
}

resource hubToUtrecht 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'hub-to-utrecht'
  location: 'westeurope'
  properties: {
    gatewayIpAddress: '198.51.100.10'
    localNetworkAddressSpace: {
      addressPrefixes: []
    }
    bgpSettings: {
      asn: 65010
      bgpPeeringAddress: '192.168.1.254'
    }
  }
}

resource hubToUtrechtConnection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'hub-to-utrecht'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: hubVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: hubToUtrecht.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: true
    sharedKey: hubToUtrechtConnectionSharedKey
  }
}

resource hubToRotterdam 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'hub-to-rotterdam'
  location: 'westeurope'
  properties: {
    gatewayIpAddress: '198.51.100.20'
    localNetworkAddressSpace: {
      addressPrefixes: []
    }
    bgpSettings: {
      asn: 65020
      bgpPeeringAddress: '192.168.2.254'
    }
  }
}

resource hubToRotterdamConnection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'hub-to-rotterdam'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: hubVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: hubToRotterdam.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: true
    sharedKey: hubToRotterdamConnectionSharedKey
  }
}

resource hubToPlantCircuit 'Microsoft.Network/connections@2024-05-01' = if (circuitProvisioned) {
  name: 'hub-to-plant-circuit'
  location: 'westeurope'
  properties: {
    connectionType: 'ExpressRoute'
    virtualNetworkGateway1: {
      id: hubExpressroute.id
    }
    peer: {
      id: plantCircuit.id
    }
  }
  dependsOn: [
    plantCircuitAzurePrivatePeering
  ]
}

resource plantCircuitAzurePrivatePeering 'Microsoft.Network/expressRouteCircuits/peerings@2024-05-01' = if (circuitProvisioned) {
  parent: plantCircuit
  name: 'AzurePrivatePeering'
  properties: {
    peeringType: 'AzurePrivatePeering'
    peerASN: plantCircuitAzurePrivatePeeringPeerASN
    primaryPeerAddressPrefix: plantCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix
    secondaryPeerAddressPrefix: plantCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix
    vlanId: plantCircuitAzurePrivatePeeringVlanId
  }
}

resource hubRouteServerDefault 'Microsoft.Network/virtualHubs/ipConfigurations@2024-05-01' = {
  parent: hubRouteServer
  name: 'default'
  properties: {
    subnet: {
      id: hubRouteServerSubnet.id
    }
    publicIPAddress: {
      id: hubRouteServerIp.id
    }
  }
  dependsOn: [
    hub
  ]
}

resource hubToOrders 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-orders'
  properties: {
    remoteVirtualNetwork: {
      id: orders.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: true
    useRemoteGateways: false
  }
}

resource ordersToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: orders
  name: 'to-hub'
  properties: {
    remoteVirtualNetwork: {
      id: hub.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: true
  }
  dependsOn: [
    hubToOrders
    hubVpn
    hubExpressroute
  ]
}

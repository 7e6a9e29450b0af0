// sites-with-one-range: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network.
// Deploy with: az deployment group create --resource-group rg-network --template-file main.bicep

metadata name = 'sites-with-one-range'
metadata generator = 'isthmus'

@description('the pre-shared key of hub-to-utrecht, the same as on the device 198.51.100.10')
@secure()
param hubToUtrechtConnectionSharedKey string

@description('the pre-shared key of hub-to-rotterdam, the same as on the device 198.51.100.20')
@secure()
param hubToRotterdamConnectionSharedKey string

@description('the pre-shared key of hub-to-delft, the same as on the device 198.51.100.30')
@secure()
param hubToDelftConnectionSharedKey string

resource hubGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: hub
  name: 'GatewaySubnet'
}

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.0.0/24'
      ]
    }
    subnets: [
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.64.0.0/27'
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
        '10.64.1.0/24'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.64.1.0/26'
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
    vpnGatewayGeneration: 'Generation2'
    sku: {
      name: 'VpnGw2AZ'
      tier: 'VpnGw2AZ'
    }
    activeActive: true
    enableBgp: true
    enableBgpRouteTranslationForNat: true
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
    ]
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

resource hubToUtrecht 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'hub-to-utrecht'
  location: 'westeurope'
  properties: {
    gatewayIpAddress: '198.51.100.10'
    localNetworkAddressSpace: {
      addressPrefixes: [
        '192.168.1.0/24'
      ]
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
    enableBgp: false
    sharedKey: hubToUtrechtConnectionSharedKey
  }
}

resource hubToRotterdam 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'hub-to-rotterdam'
  location: 'westeurope'
  properties: {
    gatewayIpAddress: '198.51.100.20'
    localNetworkAddressSpace: {
      addressPrefixes: [
        '192.168.1.0/24'
        '192.168.2.0/25'
      ]
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
    enableBgp: false
    ingressNatRules: [
      {
        id: hubVpnHubToRotterdamNat.id
      }
      {
        id: hubVpnHubToRotterdamNat2.id
      }
    ]
    sharedKey: hubToRotterdamConnectionSharedKey
  }
}

resource hubToDelft 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'hub-to-delft'
  location: 'westeurope'
  properties: {
    gatewayIpAddress: '198.51.100.30'
    localNetworkAddressSpace: {
      addressPrefixes: []
    }
    bgpSettings: {
      asn: 65030
      bgpPeeringAddress: '100.64.10.1'
    }
  }
}

resource hubToDelftConnection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'hub-to-delft'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: hubVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: hubToDelft.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: true
    ingressNatRules: [
      {
        id: hubVpnHubToDelftNat.id
      }
    ]
    sharedKey: hubToDelftConnectionSharedKey
  }
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
  ]
}

resource hubVpnHubToRotterdamNat 'Microsoft.Network/virtualNetworkGateways/natRules@2024-05-01' = {
  parent: hubVpn
  name: 'hub-to-rotterdam-nat'
  properties: {
    type: 'Static'
    mode: 'IngressSnat'
    internalMappings: [
      {
        addressSpace: '192.168.1.0/24'
      }
    ]
    externalMappings: [
      {
        addressSpace: '10.64.2.0/24'
      }
    ]
  }
}

resource hubVpnHubToRotterdamNat2 'Microsoft.Network/virtualNetworkGateways/natRules@2024-05-01' = {
  parent: hubVpn
  name: 'hub-to-rotterdam-nat-2'
  properties: {
    type: 'Static'
    mode: 'IngressSnat'
    internalMappings: [
      {
        addressSpace: '192.168.2.0/25'
      }
    ]
    externalMappings: [
      {
        addressSpace: '10.64.3.0/25'
      }
    ]
  }
  dependsOn: [
    hubVpnHubToRotterdamNat
  ]
}

resource hubVpnHubToDelftNat 'Microsoft.Network/virtualNetworkGateways/natRules@2024-05-01' = {
  parent: hubVpn
  name: 'hub-to-delft-nat'
  properties: {
    type: 'Static'
    mode: 'IngressSnat'
    internalMappings: [
      {
        addressSpace: '192.168.1.0/24'
      }
    ]
    externalMappings: [
      {
        addressSpace: '100.64.10.0/24'
      }
    ]
  }
  dependsOn: [
    hubVpnHubToRotterdamNat2
  ]
}

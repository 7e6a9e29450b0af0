// two-hubs: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network.
// Deploy with: az deployment group create --resource-group rg-network --template-file main.bicep

metadata name = 'two-hubs'
metadata generator = 'isthmus'

@description('the pre-shared key of hub-west-to-head-office, the same as on the device 198.51.100.10')
@secure()
param hubWestToHeadOfficeConnectionSharedKey string

@description('the pre-shared key of hub-west-to-head-office-2, the same as on the device 203.0.113.10')
@secure()
param hubWestToHeadOffice2ConnectionSharedKey string

@description('the pre-shared key of hub-north-to-head-office, the same as on the device 198.51.100.10')
@secure()
param hubNorthToHeadOfficeConnectionSharedKey string

@description('the pre-shared key of hub-north-to-head-office-2, the same as on the device 203.0.113.10')
@secure()
param hubNorthToHeadOffice2ConnectionSharedKey string

resource hubWestGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: hubWest
  name: 'GatewaySubnet'
}

resource hubNorthGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: hubNorth
  name: 'GatewaySubnet'
}

resource hubWest 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub-west'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.0.0/23'
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
          addressPrefix: '10.64.0.128/27'
        }
      }
    ]
  }
}

resource hubNorth 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub-north'
  location: 'northeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.65.0.0/23'
      ]
    }
    subnets: [
      {
        name: 'shared'
        properties: {
          addressPrefix: '10.65.0.0/25'
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.65.0.128/27'
        }
      }
    ]
  }
}

resource ordersWest 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'orders-west'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.2.0/23'
      ]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.64.2.0/24'
        }
      }
    ]
  }
}

resource ordersNorth 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'orders-north'
  location: 'northeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.65.2.0/23'
      ]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.65.2.0/24'
        }
      }
    ]
  }
}

resource hubWestVpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'hub-west-vpn'
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
            id: hubWestVpnIp1.id
          }
          subnet: {
            id: hubWestGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-2'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: hubWestVpnIp2.id
          }
          subnet: {
            id: hubWestGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    hubWest
  ]
}

resource hubWestVpnIp1 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'hub-west-vpn-ip-1'
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

resource hubWestVpnIp2 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'hub-west-vpn-ip-2'
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

resource hubNorthVpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'hub-north-vpn'
  location: 'northeurope'
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
            id: hubNorthVpnIp1.id
          }
          subnet: {
            id: hubNorthGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-2'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: hubNorthVpnIp2.id
          }
          subnet: {
            id: hubNorthGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    hubNorth
  ]
}

resource hubNorthVpnIp1 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'hub-north-vpn-ip-1'
  location: 'northeurope'
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

resource hubNorthVpnIp2 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'hub-north-vpn-ip-2'
  location: 'northeurope'
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

resource hubWestToHeadOffice 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'hub-west-to-head-office'
  location: 'westeurope'
  properties: {
    gatewayIpAddress: '198.51.100.10'
    localNetworkAddressSpace: {
      addressPrefixes: []
    }
    bgpSettings: {
      asn: 65010
      bgpPeeringAddress: '192.168.0.1'
    }
  }
}

resource hubWestToHeadOfficeConnection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'hub-west-to-head-office'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: hubWestVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: hubWestToHeadOffice.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: true
    sharedKey: hubWestToHeadOfficeConnectionSharedKey
  }
}

resource hubWestToHeadOffice2 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'hub-west-to-head-office-2'
  location: 'westeurope'
  properties: {
    gatewayIpAddress: '203.0.113.10'
    localNetworkAddressSpace: {
      addressPrefixes: []
    }
    bgpSettings: {
      asn: 65010
      bgpPeeringAddress: '192.168.0.2'
    }
  }
}

resource hubWestToHeadOffice2Connection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'hub-west-to-head-office-2'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: hubWestVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: hubWestToHeadOffice2.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: true
    sharedKey: hubWestToHeadOffice2ConnectionSharedKey
  }
}

resource hubNorthToHeadOffice 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'hub-north-to-head-office'
  location: 'northeurope'
  properties: {
    gatewayIpAddress: '198.51.100.10'
    localNetworkAddressSpace: {
      addressPrefixes: []
    }
    bgpSettings: {
      asn: 65010
      bgpPeeringAddress: '192.168.0.1'
    }
  }
}

resource hubNorthToHeadOfficeConnection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'hub-north-to-head-office'
  location: 'northeurope'
  properties: {
    virtualNetworkGateway1: {
      id: hubNorthVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: hubNorthToHeadOffice.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: true
    sharedKey: hubNorthToHeadOfficeConnectionSharedKey
  }
}

resource hubNorthToHeadOffice2 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'hub-north-to-head-office-2'
  location: 'northeurope'
  properties: {
    gatewayIpAddress: '203.0.113.10'
    localNetworkAddressSpace: {
      addressPrefixes: []
    }
    bgpSettings: {
      asn: 65010
      bgpPeeringAddress: '192.168.0.2'
    }
  }
}

resource hubNorthToHeadOffice2Connection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'hub-north-to-head-office-2'
  location: 'northeurope'
  properties: {
    virtualNetworkGateway1: {
      id: hubNorthVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: hubNorthToHeadOffice2.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: true
    sharedKey: hubNorthToHeadOffice2ConnectionSharedKey
  }
}

resource hubWestToOrdersWest 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hubWest
  name: 'to-orders-west'
  properties: {
    remoteVirtualNetwork: {
      id: ordersWest.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: true
    useRemoteGateways: false
  }
}

resource ordersWestToHubWest 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: ordersWest
  name: 'to-hub-west'
  properties: {
    remoteVirtualNetwork: {
      id: hubWest.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: true
  }
  dependsOn: [
    hubWestToOrdersWest
    hubWestVpn
  ]
}

resource hubWestToHubNorth 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hubWest
  name: 'to-hub-north'
  properties: {
    remoteVirtualNetwork: {
      id: hubNorth.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource hubNorthToHubWest 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hubNorth
  name: 'to-hub-west'
  properties: {
    remoteVirtualNetwork: {
      id: hubWest.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource hubNorthToOrdersNorth 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hubNorth
  name: 'to-orders-north'
  properties: {
    remoteVirtualNetwork: {
      id: ordersNorth.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: true
    useRemoteGateways: false
  }
}

resource ordersNorthToHubNorth 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: ordersNorth
  name: 'to-hub-north'
  properties: {
    remoteVirtualNetwork: {
      id: hubNorth.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: true
  }
  dependsOn: [
    hubNorthToOrdersNorth
    hubNorthVpn
  ]
}

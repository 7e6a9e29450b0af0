// shared-hub-gateway: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network.
// Deploy with: az deployment group create --resource-group rg-network --template-file main.bicep

metadata name = 'shared-hub-gateway'
metadata generator = 'isthmus'

@description('the pre-shared key of hub-to-head-office, the same as on the device 198.51.100.10')
@secure()
param hubToHeadOfficeConnectionSharedKey string

@description('the pre-shared key of hub-to-head-office-2, the same as on the device 203.0.113.10')
@secure()
param hubToHeadOffice2ConnectionSharedKey string

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
        '10.64.6.0/23'
      ]
    }
    subnets: [
      {
        name: 'shared'
        properties: {
          addressPrefix: '10.64.6.0/25'
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.64.6.128/27'
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
        '10.64.0.0/22'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.64.1.0/24'
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefix: '10.64.0.0/24'
        }
      }
    ]
  }
}

resource billing 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'billing'
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

resource reports 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'reports'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.8.0/23'
      ]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.64.8.0/24'
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

resource hubToHeadOffice 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'hub-to-head-office'
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

resource hubToHeadOfficeConnection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'hub-to-head-office'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: hubVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: hubToHeadOffice.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: true
    sharedKey: hubToHeadOfficeConnectionSharedKey
  }
}

resource hubToHeadOffice2 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'hub-to-head-office-2'
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

resource hubToHeadOffice2Connection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'hub-to-head-office-2'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: hubVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: hubToHeadOffice2.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: true
    sharedKey: hubToHeadOffice2ConnectionSharedKey
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

resource hubToBilling 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-billing'
  properties: {
    remoteVirtualNetwork: {
      id: billing.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: true
    useRemoteGateways: false
  }
}

resource billingToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: billing
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
    hubToBilling
    hubVpn
  ]
}

resource hubToReports 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-reports'
  properties: {
    remoteVirtualNetwork: {
      id: reports.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: true
    useRemoteGateways: false
  }
}

resource reportsToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: reports
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
    hubToReports
    hubVpn
  ]
}

// encrypted-networks: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-health.
// Deploy with: az deployment group create --resource-group rg-health --template-file main.bicep

metadata name = 'encrypted-networks'
metadata generator = 'isthmus'

@description('the pre-shared key between records and archive')
@secure()
param recordsToArchiveSharedKey string

resource recordsGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: records
  name: 'GatewaySubnet'
}

resource archiveGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: archive
  name: 'GatewaySubnet'
}

resource records 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'records'
  location: 'switzerlandnorth'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.64.0/23'
      ]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.64.64.0/25'
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefix: '10.64.64.128/25'
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.64.65.0/27'
        }
      }
    ]
  }
}

resource archive 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'archive'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.0.0/23'
      ]
    }
    subnets: [
      {
        name: 'data'
        properties: {
          addressPrefix: '10.64.0.0/24'
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.64.1.0/27'
        }
      }
    ]
  }
}

resource portal 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'portal'
  location: 'switzerlandnorth'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.66.0/24'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.64.66.0/26'
        }
      }
    ]
  }
}

resource recordsVpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'records-vpn'
  location: 'switzerlandnorth'
  properties: {
    gatewayType: 'Vpn'
    vpnType: 'RouteBased'
    vpnGatewayGeneration: 'Generation1'
    sku: {
      name: 'VpnGw1AZ'
      tier: 'VpnGw1AZ'
    }
    activeActive: true
    enableBgp: false
    ipConfigurations: [
      {
        name: 'ip-1'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: recordsVpnIp1.id
          }
          subnet: {
            id: recordsGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-2'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: recordsVpnIp2.id
          }
          subnet: {
            id: recordsGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    records
  ]
}

resource recordsVpnIp1 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'records-vpn-ip-1'
  location: 'switzerlandnorth'
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

resource recordsVpnIp2 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'records-vpn-ip-2'
  location: 'switzerlandnorth'
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

resource archiveVpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'archive-vpn'
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
    enableBgp: false
    ipConfigurations: [
      {
        name: 'ip-1'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: archiveVpnIp1.id
          }
          subnet: {
            id: archiveGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-2'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: archiveVpnIp2.id
          }
          subnet: {
            id: archiveGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    archive
  ]
}

resource archiveVpnIp1 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'archive-vpn-ip-1'
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

resource archiveVpnIp2 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'archive-vpn-ip-2'
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

resource recordsToArchive 'Microsoft.Network/connections@2024-05-01' = {
  name: 'records-to-archive'
  location: 'switzerlandnorth'
  properties: {
    virtualNetworkGateway1: {
      id: recordsVpn.id
      properties: {}
    }
    virtualNetworkGateway2: {
      id: archiveVpn.id
      properties: {}
    }
    connectionType: 'Vnet2Vnet'
    connectionProtocol: 'IKEv2'
    enableBgp: false
    sharedKey: recordsToArchiveSharedKey
  }
}

resource archiveToRecords 'Microsoft.Network/connections@2024-05-01' = {
  name: 'archive-to-records'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: archiveVpn.id
      properties: {}
    }
    virtualNetworkGateway2: {
      id: recordsVpn.id
      properties: {}
    }
    connectionType: 'Vnet2Vnet'
    connectionProtocol: 'IKEv2'
    enableBgp: false
    sharedKey: recordsToArchiveSharedKey
  }
}

resource recordsToPortal 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: records
  name: 'to-portal'
  properties: {
    remoteVirtualNetwork: {
      id: portal.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource portalToRecords 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: portal
  name: 'to-records'
  properties: {
    remoteVirtualNetwork: {
      id: records.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

// max: written by Isthmus. main.bicep deploys this file to rg-network.

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  location: 'westeurope'
  tags: {
    owner: 'platform'
    costCentre: '4711'
    production: 'true'
  }
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.16.0/22'
        'fd00:64:0:ff00::/56'
      ]
    }
    subnets: [
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefixes: [
            '10.64.16.32/27'
            'fd00:64:0:ff02::/64'
          ]
        }
      }
      {
        name: 'AzureFirewallSubnet'
        properties: {
          addressPrefix: '10.64.16.64/26'
        }
      }
      {
        name: 'dns'
        properties: {
          addressPrefixes: [
            '10.64.16.0/28'
            'fd00:64:0:ff03::/64'
          ]
        }
      }
      {
        name: 'management'
        properties: {
          addressPrefixes: [
            '10.64.17.0/25'
            'fd00:64:0:ff01::/64'
          ]
        }
      }
      {
        name: 'jump'
        properties: {
          addressPrefixes: [
            '10.64.16.16/28'
            'fd00:64:0:ff04::/64'
          ]
        }
      }
      {
        name: 'monitoring'
        properties: {
          addressPrefixes: [
            '10.64.16.128/27'
            'fd00:64:0:ff05::/64'
          ]
        }
      }
    ]
  }
}

resource permits 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'permits'
  location: 'westeurope'
  tags: {
    owner: 'platform'
    costCentre: '4712'
    production: 'true'
  }
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.20.0/22'
        'fd00:64::/56'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefixes: [
            '10.64.21.0/24'
            'fd00:64:0:1::/64'
          ]
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefixes: [
            '10.64.20.0/24'
            'fd00:64::/64'
          ]
        }
      }
    ]
  }
}

resource archive 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'archive'
  location: 'northeurope'
  tags: {
    owner: 'platform'
    costCentre: '4711'
    production: 'true'
  }
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.68.0.0/24'
      ]
    }
    subnets: [
      {
        name: 'store'
        properties: {
          addressPrefix: '10.68.0.0/25'
        }
      }
    ]
  }
}

resource frozen 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'frozen'
  location: 'westeurope'
  tags: {
    owner: 'platform'
    costCentre: '4711'
    production: 'true'
  }
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.24.0/26'
      ]
    }
    subnets: [
      {
        name: 'store'
        properties: {
          addressPrefix: '10.64.24.0/26'
        }
      }
    ]
  }
}

resource newest 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'newest'
  location: 'atlantisnorth'
  tags: {
    owner: 'platform'
    costCentre: '4711'
    production: 'true'
  }
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.72.0.0/24'
      ]
    }
  }
}

resource hubToPermits 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-permits'
  properties: {
    remoteVirtualNetwork: {
      id: permits.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource permitsToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: permits
  name: 'to-hub'
  properties: {
    remoteVirtualNetwork: {
      id: hub.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource hubToArchive 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-archive'
  properties: {
    remoteVirtualNetwork: {
      id: archive.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource archiveToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: archive
  name: 'to-hub'
  properties: {
    remoteVirtualNetwork: {
      id: hub.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource permitsToArchive 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: permits
  name: 'to-archive'
  properties: {
    remoteVirtualNetwork: {
      id: archive.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource archiveToPermits 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: archive
  name: 'to-permits'
  properties: {
    remoteVirtualNetwork: {
      id: permits.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource permitsToFrozen 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: permits
  name: 'to-frozen'
  properties: {
    remoteVirtualNetwork: {
      id: frozen.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource frozenToPermits 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: frozen
  name: 'to-permits'
  properties: {
    remoteVirtualNetwork: {
      id: permits.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource archiveToFrozen 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: archive
  name: 'to-frozen'
  properties: {
    remoteVirtualNetwork: {
      id: frozen.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource frozenToArchive 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: frozen
  name: 'to-archive'
  properties: {
    remoteVirtualNetwork: {
      id: archive.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource hubToNewest 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-newest'
  properties: {
    remoteVirtualNetwork: {
      id: newest.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource newestToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: newest
  name: 'to-hub'
  properties: {
    remoteVirtualNetwork: {
      id: hub.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

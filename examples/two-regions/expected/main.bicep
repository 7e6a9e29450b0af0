// two-regions: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network.
// Deploy with: az deployment group create --resource-group rg-network --template-file main.bicep

metadata name = 'two-regions'
metadata generator = 'isthmus'

resource hubEurope 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub-europe'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.80.16.0/22'
      ]
    }
    subnets: [
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.80.16.64/27'
        }
      }
      {
        name: 'AzureFirewallSubnet'
        properties: {
          addressPrefix: '10.80.16.0/26'
        }
      }
      {
        name: 'dns'
        properties: {
          addressPrefix: '10.80.16.96/28'
        }
      }
    ]
  }
}

resource shopEurope 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'shop-europe'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.80.0.0/20'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.80.4.0/22'
        }
      }
      {
        name: 'app'
        properties: {
          addressPrefix: '10.80.0.0/22'
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefix: '10.80.8.0/23'
        }
      }
    ]
  }
}

resource reportsEurope 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'reports-europe'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.80.20.0/23'
      ]
    }
    subnets: [
      {
        name: 'jobs'
        properties: {
          addressPrefix: '10.80.20.0/24'
        }
      }
    ]
  }
}

resource hubAsia 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub-asia'
  location: 'southeastasia'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.84.16.0/22'
      ]
    }
    subnets: [
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.84.16.64/27'
        }
      }
      {
        name: 'AzureFirewallSubnet'
        properties: {
          addressPrefix: '10.84.16.0/26'
        }
      }
      {
        name: 'dns'
        properties: {
          addressPrefix: '10.84.16.96/28'
        }
      }
    ]
  }
}

resource shopAsia 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'shop-asia'
  location: 'southeastasia'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.84.0.0/20'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.84.4.0/22'
        }
      }
      {
        name: 'app'
        properties: {
          addressPrefix: '10.84.0.0/22'
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefix: '10.84.8.0/23'
        }
      }
    ]
  }
}

resource hubEuropeToShopEurope 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hubEurope
  name: 'to-shop-europe'
  properties: {
    remoteVirtualNetwork: {
      id: shopEurope.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource shopEuropeToHubEurope 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: shopEurope
  name: 'to-hub-europe'
  properties: {
    remoteVirtualNetwork: {
      id: hubEurope.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource hubEuropeToReportsEurope 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hubEurope
  name: 'to-reports-europe'
  properties: {
    remoteVirtualNetwork: {
      id: reportsEurope.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource reportsEuropeToHubEurope 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: reportsEurope
  name: 'to-hub-europe'
  properties: {
    remoteVirtualNetwork: {
      id: hubEurope.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource hubAsiaToShopAsia 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hubAsia
  name: 'to-shop-asia'
  properties: {
    remoteVirtualNetwork: {
      id: shopAsia.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource shopAsiaToHubAsia 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: shopAsia
  name: 'to-hub-asia'
  properties: {
    remoteVirtualNetwork: {
      id: hubAsia.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource hubEuropeToHubAsia 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hubEurope
  name: 'to-hub-asia'
  properties: {
    remoteVirtualNetwork: {
      id: hubAsia.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource hubAsiaToHubEurope 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hubAsia
  name: 'to-hub-europe'
  properties: {
    remoteVirtualNetwork: {
      id: hubEurope.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource shopEuropeToShopAsia 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: shopEurope
  name: 'to-shop-asia'
  properties: {
    remoteVirtualNetwork: {
      id: shopAsia.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource shopAsiaToShopEurope 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: shopAsia
  name: 'to-shop-europe'
  properties: {
    remoteVirtualNetwork: {
      id: shopEurope.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

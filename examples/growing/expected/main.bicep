// growing: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network.
// Deploy with: az deployment group create --resource-group rg-network --template-file main.bicep

metadata name = 'growing'
metadata generator = 'isthmus'

resource archive 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'archive'
  location: 'northeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.160.16.0/20'
      ]
    }
    subnets: [
      {
        name: 'cold'
        properties: {
          addressPrefix: '10.160.16.0/21'
        }
      }
    ]
  }
}

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  location: 'northeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.160.0.0/22'
      ]
    }
    subnets: [
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.160.0.128/27'
        }
      }
      {
        name: 'AzureFirewallSubnet'
        properties: {
          addressPrefix: '10.160.0.192/26'
        }
      }
      {
        name: 'shared'
        properties: {
          addressPrefix: '10.160.0.0/25'
        }
      }
    ]
  }
}

resource payroll 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'payroll'
  location: 'northeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.160.8.0/24'
      ]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.160.8.0/26'
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefix: '10.160.8.64/26'
        }
      }
    ]
  }
}

resource storefront 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'storefront'
  location: 'francecentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.161.0.0/22'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.161.0.0/24'
        }
      }
    ]
  }
}

resource warehouse 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'warehouse'
  location: 'northeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.160.4.0/22'
      ]
    }
    subnets: [
      {
        name: 'scanners'
        properties: {
          addressPrefix: '10.160.4.0/24'
        }
      }
    ]
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

resource hubToPayroll 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-payroll'
  properties: {
    remoteVirtualNetwork: {
      id: payroll.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource payrollToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: payroll
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

resource hubToStorefront 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-storefront'
  properties: {
    remoteVirtualNetwork: {
      id: storefront.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource storefrontToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: storefront
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

resource hubToWarehouse 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-warehouse'
  properties: {
    remoteVirtualNetwork: {
      id: warehouse.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource warehouseToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: warehouse
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

// mesh: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-factories.
// Deploy with: az deployment group create --resource-group rg-factories --template-file main.bicep

metadata name = 'mesh'
metadata generator = 'isthmus'

resource factoryLyon 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'factory-lyon'
  location: 'francecentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '172.20.0.0/22'
      ]
    }
    subnets: [
      {
        name: 'machines'
        properties: {
          addressPrefix: '172.20.0.0/24'
        }
      }
      {
        name: 'historian'
        properties: {
          addressPrefix: '172.20.1.0/26'
        }
      }
    ]
  }
}

resource factoryNantes 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'factory-nantes'
  location: 'francecentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '172.20.4.0/23'
      ]
    }
    subnets: [
      {
        name: 'machines'
        properties: {
          addressPrefix: '172.20.4.0/24'
        }
      }
    ]
  }
}

resource factoryTurin 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'factory-turin'
  location: 'italynorth'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '172.20.32.0/22'
      ]
    }
    subnets: [
      {
        name: 'machines'
        properties: {
          addressPrefix: '172.20.32.0/23'
        }
      }
    ]
  }
}

resource factoryZaragoza 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'factory-zaragoza'
  location: 'spaincentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '172.20.64.0/23'
      ]
    }
    subnets: [
      {
        name: 'machines'
        properties: {
          addressPrefix: '172.20.64.0/24'
        }
      }
    ]
  }
}

resource factoryLyonToFactoryNantes 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: factoryLyon
  name: 'to-factory-nantes'
  properties: {
    remoteVirtualNetwork: {
      id: factoryNantes.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource factoryNantesToFactoryLyon 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: factoryNantes
  name: 'to-factory-lyon'
  properties: {
    remoteVirtualNetwork: {
      id: factoryLyon.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource factoryTurinToFactoryLyon 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: factoryTurin
  name: 'to-factory-lyon'
  properties: {
    remoteVirtualNetwork: {
      id: factoryLyon.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource factoryLyonToFactoryTurin 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: factoryLyon
  name: 'to-factory-turin'
  properties: {
    remoteVirtualNetwork: {
      id: factoryTurin.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource factoryLyonToFactoryZaragoza 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: factoryLyon
  name: 'to-factory-zaragoza'
  properties: {
    remoteVirtualNetwork: {
      id: factoryZaragoza.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource factoryZaragozaToFactoryLyon 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: factoryZaragoza
  name: 'to-factory-lyon'
  properties: {
    remoteVirtualNetwork: {
      id: factoryLyon.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource factoryNantesToFactoryTurin 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: factoryNantes
  name: 'to-factory-turin'
  properties: {
    remoteVirtualNetwork: {
      id: factoryTurin.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource factoryTurinToFactoryNantes 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: factoryTurin
  name: 'to-factory-nantes'
  properties: {
    remoteVirtualNetwork: {
      id: factoryNantes.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource factoryNantesToFactoryZaragoza 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: factoryNantes
  name: 'to-factory-zaragoza'
  properties: {
    remoteVirtualNetwork: {
      id: factoryZaragoza.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource factoryZaragozaToFactoryNantes 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: factoryZaragoza
  name: 'to-factory-nantes'
  properties: {
    remoteVirtualNetwork: {
      id: factoryNantes.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource factoryTurinToFactoryZaragoza 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: factoryTurin
  name: 'to-factory-zaragoza'
  properties: {
    remoteVirtualNetwork: {
      id: factoryZaragoza.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource factoryZaragozaToFactoryTurin 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: factoryZaragoza
  name: 'to-factory-turin'
  properties: {
    remoteVirtualNetwork: {
      id: factoryTurin.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

// minimal: written by Isthmus. Change the intent and write it again; changes made here are lost.
// The resource group must exist.
// Deploy with: az deployment group create --resource-group <any resource group> --template-file main.bicep

metadata name = 'minimal'
metadata generator = 'isthmus'

resource app 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'app'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.0.0.0/24'
      ]
    }
  }
}

resource data 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'data'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.0.1.0/24'
      ]
    }
  }
}

resource appToData 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: app
  name: 'to-data'
  properties: {
    remoteVirtualNetwork: {
      id: data.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource dataToApp 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: data
  name: 'to-app'
  properties: {
    remoteVirtualNetwork: {
      id: app.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

// existing-hub: written by Isthmus. main.bicep deploys this file to rg-claims.

resource claims 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'claims'
}

resource vnetHubUks 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet-hub-uks'
  scope: resourceGroup('5a3c1d20-7be4-4f6e-9a51-0c2f7f1e8b11', 'rg-hub-uks')
}

resource documents 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'documents'
}

resource claimsToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: claims
  name: 'to-hub'
  properties: {
    remoteVirtualNetwork: {
      id: vnetHubUks.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    allowGatewayTransit: false
    useRemoteGateways: true
  }
}

resource documentsToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: documents
  name: 'to-hub'
  properties: {
    remoteVirtualNetwork: {
      id: vnetHubUks.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    allowGatewayTransit: false
    useRemoteGateways: true
  }
}

// existing-hub: written by Isthmus. main.bicep deploys this file to rg-hub-uks.

param deploymentSubscription string

resource vnetHubUks 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet-hub-uks'
}

resource claims 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'claims'
  scope: resourceGroup(deploymentSubscription, 'rg-claims')
}

resource documents 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'documents'
  scope: resourceGroup(deploymentSubscription, 'rg-claims')
}

resource vnetHubUksToClaims 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: vnetHubUks
  name: 'to-claims'
  properties: {
    remoteVirtualNetwork: {
      id: claims.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    allowGatewayTransit: true
    useRemoteGateways: false
  }
}

resource vnetHubUksToDocuments 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: vnetHubUks
  name: 'to-documents'
  properties: {
    remoteVirtualNetwork: {
      id: documents.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    allowGatewayTransit: true
    useRemoteGateways: false
  }
}

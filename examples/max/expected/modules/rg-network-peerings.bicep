// max: written by Isthmus. main.bicep deploys this file to rg-network.

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'hub'
}

resource vnetPartner 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet-partner'
  scope: resourceGroup('9f8e7d6c-5b4a-4392-8170-a1b2c3d4e5f6', 'rg-partner')
}

resource hubToPartner 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-partner'
  properties: {
    remoteVirtualNetwork: {
      id: vnetPartner.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    allowGatewayTransit: false
    useRemoteGateways: true
  }
}

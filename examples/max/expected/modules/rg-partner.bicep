// max: written by Isthmus. main.bicep deploys this file to rg-partner.

resource vnetPartner 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet-partner'
}

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'hub'
  scope: resourceGroup('0f0e0d0c-0b0a-4a09-8807-060504030201', 'rg-network')
}

resource vnetPartnerToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: vnetPartner
  name: 'to-hub'
  properties: {
    remoteVirtualNetwork: {
      id: hub.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: true
    allowGatewayTransit: true
    useRemoteGateways: false
  }
}

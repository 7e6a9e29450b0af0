// across-subscriptions: written by Isthmus. main.bicep deploys this file to rg-portal-network.

param deploymentSubscription string

resource portalTest 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'portal-test'
}

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'hub'
  scope: resourceGroup('11111111-aaaa-4bbb-8ccc-000000000001', 'rg-connectivity')
}

resource tools 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'tools'
  scope: resourceGroup(deploymentSubscription, 'rg-tools')
}

resource portalTestToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: portalTest
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

resource portalTestToTools 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: portalTest
  name: 'to-tools'
  properties: {
    remoteVirtualNetwork: {
      id: tools.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

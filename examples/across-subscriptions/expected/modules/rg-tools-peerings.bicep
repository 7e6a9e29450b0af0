// across-subscriptions: written by Isthmus. main.bicep deploys this file to rg-tools.

resource tools 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'tools'
}

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'hub'
  scope: resourceGroup('11111111-aaaa-4bbb-8ccc-000000000001', 'rg-connectivity')
}

resource portalProduction 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'portal-production'
  scope: resourceGroup('22222222-aaaa-4bbb-8ccc-000000000002', 'rg-portal-network')
}

resource portalTest 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'portal-test'
  scope: resourceGroup('33333333-aaaa-4bbb-8ccc-000000000003', 'rg-portal-network')
}

resource toolsToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: tools
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

resource toolsToPortalProduction 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: tools
  name: 'to-portal-production'
  properties: {
    remoteVirtualNetwork: {
      id: portalProduction.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource toolsToPortalTest 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: tools
  name: 'to-portal-test'
  properties: {
    remoteVirtualNetwork: {
      id: portalTest.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

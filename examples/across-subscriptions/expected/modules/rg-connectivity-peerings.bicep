// across-subscriptions: written by Isthmus. main.bicep deploys this file to rg-connectivity.

param deploymentSubscription string

param deploymentResourceGroup string

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'hub'
}

resource portalProduction 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'portal-production'
  scope: resourceGroup('22222222-aaaa-4bbb-8ccc-000000000002', 'rg-portal-network')
}

resource portalTest 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'portal-test'
  scope: resourceGroup('33333333-aaaa-4bbb-8ccc-000000000003', 'rg-portal-network')
}

resource tools 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'tools'
  scope: resourceGroup(deploymentSubscription, 'rg-tools')
}

resource sandbox 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'sandbox'
  scope: resourceGroup(deploymentSubscription, deploymentResourceGroup)
}

resource hubToPortalProduction 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
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

resource hubToPortalTest 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
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

resource hubToTools 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
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

resource hubToSandbox 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-sandbox'
  properties: {
    remoteVirtualNetwork: {
      id: sandbox.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

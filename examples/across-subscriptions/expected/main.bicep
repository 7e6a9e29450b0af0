// across-subscriptions: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-connectivity (subscription 11111111-aaaa-4bbb-8ccc-000000000001), rg-portal-network (subscription 22222222-aaaa-4bbb-8ccc-000000000002), rg-portal-network (subscription 33333333-aaaa-4bbb-8ccc-000000000003), rg-tools.
// Deploy with: az deployment group create --resource-group <any resource group> --template-file main.bicep

metadata name = 'across-subscriptions'
metadata generator = 'isthmus'

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'hub'
  scope: resourceGroup('11111111-aaaa-4bbb-8ccc-000000000001', 'rg-connectivity')
}

resource sandbox 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'sandbox'
  location: 'germanywestcentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.32.9.0/24'
      ]
    }
  }
}

resource sandboxToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: sandbox
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
  dependsOn: [
    rgConnectivity
  ]
}

module rgConnectivity 'modules/rg-connectivity.bicep' = {
  name: 'across-subscriptions-rg-connectivity'
  scope: resourceGroup('11111111-aaaa-4bbb-8ccc-000000000001', 'rg-connectivity')
}

module rgPortalNetwork 'modules/rg-portal-network.bicep' = {
  name: 'across-subscriptions-rg-portal-network'
  scope: resourceGroup('22222222-aaaa-4bbb-8ccc-000000000002', 'rg-portal-network')
}

module rgPortalNetwork2 'modules/rg-portal-network-2.bicep' = {
  name: 'across-subscriptions-rg-portal-network-2'
  scope: resourceGroup('33333333-aaaa-4bbb-8ccc-000000000003', 'rg-portal-network')
}

module rgTools 'modules/rg-tools.bicep' = {
  name: 'across-subscriptions-rg-tools'
  scope: resourceGroup('rg-tools')
}

module rgConnectivityPeerings 'modules/rg-connectivity-peerings.bicep' = {
  name: 'across-subscriptions-rg-connectivity-peerings'
  scope: resourceGroup('11111111-aaaa-4bbb-8ccc-000000000001', 'rg-connectivity')
  params: {
    deploymentSubscription: subscription().subscriptionId
    deploymentResourceGroup: resourceGroup().name
  }
  dependsOn: [
    sandbox
    rgConnectivity
    rgPortalNetwork
    rgPortalNetwork2
    rgTools
  ]
}

module rgPortalNetworkPeerings 'modules/rg-portal-network-peerings.bicep' = {
  name: 'across-subscriptions-rg-portal-network-peerings'
  scope: resourceGroup('22222222-aaaa-4bbb-8ccc-000000000002', 'rg-portal-network')
  params: {
    deploymentSubscription: subscription().subscriptionId
  }
  dependsOn: [
    rgPortalNetwork
    rgConnectivity
    rgTools
  ]
}

module rgPortalNetworkPeerings2 'modules/rg-portal-network-peerings-2.bicep' = {
  name: 'across-subscriptions-rg-portal-network-peerings-2'
  scope: resourceGroup('33333333-aaaa-4bbb-8ccc-000000000003', 'rg-portal-network')
  params: {
    deploymentSubscription: subscription().subscriptionId
  }
  dependsOn: [
    rgPortalNetwork2
    rgConnectivity
    rgTools
  ]
}

module rgToolsPeerings 'modules/rg-tools-peerings.bicep' = {
  name: 'across-subscriptions-rg-tools-peerings'
  scope: resourceGroup('rg-tools')
  dependsOn: [
    rgTools
    rgConnectivity
    rgPortalNetwork
    rgPortalNetwork2
  ]
}

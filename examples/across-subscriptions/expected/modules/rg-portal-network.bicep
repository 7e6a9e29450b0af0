// across-subscriptions: written by Isthmus. main.bicep deploys this file to rg-portal-network.

resource portalProduction 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'portal-production'
  location: 'germanywestcentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.32.4.0/22'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.32.5.0/24'
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefix: '10.32.4.0/24'
        }
      }
    ]
  }
}

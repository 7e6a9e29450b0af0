// across-subscriptions: written by Isthmus. main.bicep deploys this file to rg-portal-network.

resource portalTest 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'portal-test'
  location: 'germanywestcentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.32.8.0/24'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.32.8.64/26'
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefix: '10.32.8.0/26'
        }
      }
    ]
  }
}

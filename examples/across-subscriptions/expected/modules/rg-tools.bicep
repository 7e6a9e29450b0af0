// across-subscriptions: written by Isthmus. main.bicep deploys this file to rg-tools.

resource tools 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'tools'
  location: 'germanywestcentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.32.10.0/24'
      ]
    }
    subnets: [
      {
        name: 'agents'
        properties: {
          addressPrefix: '10.32.10.0/25'
        }
      }
    ]
  }
}

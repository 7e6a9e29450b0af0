// across-subscriptions: written by Isthmus. main.bicep deploys this file to rg-connectivity.

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  location: 'germanywestcentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.32.0.0/22'
      ]
    }
    subnets: [
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.32.0.64/27'
        }
      }
      {
        name: 'AzureBastionSubnet'
        properties: {
          addressPrefix: '10.32.0.0/26'
        }
      }
    ]
  }
}

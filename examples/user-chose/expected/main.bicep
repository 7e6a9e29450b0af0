// user-chose: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network.
// Deploy with: az deployment group create --resource-group rg-network --template-file main.bicep

metadata name = 'user-chose'
metadata generator = 'isthmus'

resource core 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'core'
  location: 'switzerlandnorth'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.16.0.0/23'
      ]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.16.0.0/24'
        }
      }
    ]
  }
}

resource ledger 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'ledger'
  location: 'switzerlandnorth'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.16.2.0/24'
      ]
    }
    subnets: [
      {
        name: 'data'
        properties: {
          addressPrefix: '10.16.2.0/25'
        }
      }
    ]
  }
}

resource coreToLedger 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: core
  name: 'to-ledger'
  properties: {
    remoteVirtualNetwork: {
      id: ledger.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource ledgerToCore 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: ledger
  name: 'to-core'
  properties: {
    remoteVirtualNetwork: {
      id: core.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

// existing-hub: written by Isthmus. main.bicep deploys this file to rg-claims.

resource claims 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'claims'
  location: 'uksouth'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.128.0.0/23'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.128.0.128/25'
        }
      }
      {
        name: 'app'
        properties: {
          addressPrefix: '10.128.0.0/25'
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefix: '10.128.1.0/26'
        }
      }
    ]
  }
}

resource documents 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'documents'
  location: 'uksouth'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.128.2.0/25'
      ]
    }
    subnets: [
      {
        name: 'store'
        properties: {
          addressPrefix: '10.128.2.0/26'
        }
      }
    ]
  }
}

resource claimsToDocuments 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: claims
  name: 'to-documents'
  properties: {
    remoteVirtualNetwork: {
      id: documents.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource documentsToClaims 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: documents
  name: 'to-claims'
  properties: {
    remoteVirtualNetwork: {
      id: claims.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

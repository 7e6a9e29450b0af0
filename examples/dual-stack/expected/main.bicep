// dual-stack: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network.
// Deploy with: az deployment group create --resource-group rg-network --template-file main.bicep

metadata name = 'dual-stack'
metadata generator = 'isthmus'

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  location: 'swedencentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.96.8.0/23'
        'fd5a:9c1e:77:100::/56'
      ]
    }
    subnets: [
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefixes: [
            '10.96.8.0/27'
            'fd5a:9c1e:77:100::/64'
          ]
        }
      }
      {
        name: 'resolvers'
        properties: {
          addressPrefixes: [
            '10.96.8.32/28'
            'fd5a:9c1e:77:101::/64'
          ]
        }
      }
    ]
  }
}

resource devices 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'devices'
  location: 'swedencentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.96.0.0/21'
        'fd5a:9c1e:77::/56'
      ]
    }
    subnets: [
      {
        name: 'gateways'
        properties: {
          addressPrefixes: [
            '10.96.0.0/22'
            'fd5a:9c1e:77:1::/64'
          ]
        }
      }
      {
        name: 'brokers'
        properties: {
          addressPrefixes: [
            '10.96.4.0/26'
            'fd5a:9c1e:77::/64'
          ]
        }
      }
    ]
  }
}

resource telemetry 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'telemetry'
  location: 'swedencentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.96.10.0/23'
        'fd5a:9c1e:77:200::/56'
      ]
    }
    subnets: [
      {
        name: 'ingest'
        properties: {
          addressPrefixes: [
            '10.96.10.0/25'
            'fd5a:9c1e:77:200::/64'
          ]
        }
      }
      {
        name: 'store'
        properties: {
          addressPrefixes: [
            '10.96.10.128/25'
            'fd5a:9c1e:77:201::/64'
          ]
        }
      }
    ]
  }
}

resource legacy 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'legacy'
  location: 'swedencentral'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.96.128.0/24'
      ]
    }
    subnets: [
      {
        name: 'servers'
        properties: {
          addressPrefix: '10.96.128.0/25'
        }
      }
    ]
  }
}

resource hubToDevices 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-devices'
  properties: {
    remoteVirtualNetwork: {
      id: devices.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource devicesToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: devices
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

resource hubToTelemetry 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-telemetry'
  properties: {
    remoteVirtualNetwork: {
      id: telemetry.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource telemetryToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: telemetry
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

resource hubToLegacy 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-legacy'
  properties: {
    remoteVirtualNetwork: {
      id: legacy.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource legacyToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: legacy
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

resource devicesToTelemetry 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: devices
  name: 'to-telemetry'
  properties: {
    remoteVirtualNetwork: {
      id: telemetry.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource telemetryToDevices 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: telemetry
  name: 'to-devices'
  properties: {
    remoteVirtualNetwork: {
      id: devices.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

// existing-circuit: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network (subscription 1d0c4f7e-2b6a-4a8e-9a3b-5f0e7c6d8b21).
// Deploy with: az deployment group create --subscription 1d0c4f7e-2b6a-4a8e-9a3b-5f0e7c6d8b21 --resource-group rg-network --template-file main.bicep

metadata name = 'existing-circuit'
metadata generator = 'isthmus'

@description('the authorization key that the owner of the circuit circuit-ams makes for this connection')
@secure()
param appsToDatacenterCircuitAuthorizationKey string

resource appsGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: apps
  name: 'GatewaySubnet'
}

resource circuitAms 'Microsoft.Network/expressRouteCircuits@2024-05-01' existing = {
  name: 'circuit-ams'
  scope: resourceGroup('8e9f7a6b-5c4d-4e3f-8a1b-0c9d8e7f6a5b', 'rg-wan')
}

resource apps 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'apps'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.0.0/23'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.64.0.128/25'
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefix: '10.64.0.0/25'
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.64.1.0/27'
        }
      }
    ]
  }
}

resource appsExpressroute 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'apps-expressroute'
  location: 'westeurope'
  properties: {
    gatewayType: 'ExpressRoute'
    sku: {
      name: 'ErGw1AZ'
      tier: 'ErGw1AZ'
    }
    ipConfigurations: [
      {
        name: 'default'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: appsGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    apps
  ]
}

resource appsToDatacenterCircuit 'Microsoft.Network/connections@2024-05-01' = {
  name: 'apps-to-datacenter-circuit'
  location: 'westeurope'
  properties: {
    connectionType: 'ExpressRoute'
    virtualNetworkGateway1: {
      id: appsExpressroute.id
    }
    peer: {
      id: circuitAms.id
    }
    authorizationKey: appsToDatacenterCircuitAuthorizationKey
  }
}

// two-circuits: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network.
// Deploy with: az deployment group create --resource-group rg-network --template-file main.bicep

metadata name = 'two-circuits'
metadata generator = 'isthmus'

@description('Azure takes a peering only once the provider has set the circuit to Provisioned.')
param circuitProvisioned bool = false

@description('the AS number of the customer\'s routers of the private peering of branches-circuit, as agreed with the provider')
param branchesCircuitAzurePrivatePeeringPeerASN int = 0

@description('the /30 of the first link of the private peering of branches-circuit, as agreed with the provider')
param branchesCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix string = ''

@description('the /30 of the second link of the private peering of branches-circuit, as agreed with the provider')
param branchesCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix string = ''

@description('the VLAN of the private peering of branches-circuit, as agreed with the provider')
param branchesCircuitAzurePrivatePeeringVlanId int = 0

@description('the AS number of the customer\'s routers of the private peering of branches-circuit-2, as agreed with the provider')
param branchesCircuit2AzurePrivatePeeringPeerASN int = 0

@description('the /30 of the first link of the private peering of branches-circuit-2, as agreed with the provider')
param branchesCircuit2AzurePrivatePeeringPrimaryPeerAddressPrefix string = ''

@description('the /30 of the second link of the private peering of branches-circuit-2, as agreed with the provider')
param branchesCircuit2AzurePrivatePeeringSecondaryPeerAddressPrefix string = ''

@description('the VLAN of the private peering of branches-circuit-2, as agreed with the provider')
param branchesCircuit2AzurePrivatePeeringVlanId int = 0

resource hubGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: hub
  name: 'GatewaySubnet'
}

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.0.0/22'
      ]
    }
    subnets: [
      {
        name: 'shared'
        properties: {
          addressPrefix: '10.64.0.0/24'
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

resource payments 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'payments'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.4.0/22'
      ]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.64.4.0/24'
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefix: '10.64.5.0/24'
        }
      }
    ]
  }
}

resource hubExpressroute 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'hub-expressroute'
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
            id: hubGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    hub
  ]
}

resource branchesCircuit 'Microsoft.Network/expressRouteCircuits@2024-05-01' = {
  name: 'branches-circuit'
  location: 'westeurope'
  sku: {
    name: 'Standard_MeteredData'
    tier: 'Standard'
    family: 'MeteredData'
  }
  properties: {
    serviceProviderProperties: {
      serviceProviderName: 'Equinix'
      peeringLocation: 'Amsterdam'
      bandwidthInMbps: 1000
    }
  }
}

resource branchesCircuit2 'Microsoft.Network/expressRouteCircuits@2024-05-01' = {
  name: 'branches-circuit-2'
  location: 'westeurope'
  sku: {
    name: 'Standard_MeteredData'
    tier: 'Standard'
    family: 'MeteredData'
  }
  properties: {
    serviceProviderProperties: {
      serviceProviderName: 'Colt'
      peeringLocation: 'London'
      bandwidthInMbps: 1000
    }
  }
}

resource hubToBranchesCircuit 'Microsoft.Network/connections@2024-05-01' = if (circuitProvisioned) {
  name: 'hub-to-branches-circuit'
  location: 'westeurope'
  properties: {
    connectionType: 'ExpressRoute'
    virtualNetworkGateway1: {
      id: hubExpressroute.id
    }
    peer: {
      id: branchesCircuit.id
    }
  }
  dependsOn: [
    branchesCircuitAzurePrivatePeering
  ]
}

resource hubToBranchesCircuit2 'Microsoft.Network/connections@2024-05-01' = if (circuitProvisioned) {
  name: 'hub-to-branches-circuit-2'
  location: 'westeurope'
  properties: {
    connectionType: 'ExpressRoute'
    virtualNetworkGateway1: {
      id: hubExpressroute.id
    }
    peer: {
      id: branchesCircuit2.id
    }
  }
  dependsOn: [
    branchesCircuit2AzurePrivatePeering
  ]
}

resource branchesCircuitAzurePrivatePeering 'Microsoft.Network/expressRouteCircuits/peerings@2024-05-01' = if (circuitProvisioned) {
  parent: branchesCircuit
  name: 'AzurePrivatePeering'
  properties: {
    peeringType: 'AzurePrivatePeering'
    peerASN: branchesCircuitAzurePrivatePeeringPeerASN
    primaryPeerAddressPrefix: branchesCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix
    secondaryPeerAddressPrefix: branchesCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix
    vlanId: branchesCircuitAzurePrivatePeeringVlanId
  }
}

resource branchesCircuit2AzurePrivatePeering 'Microsoft.Network/expressRouteCircuits/peerings@2024-05-01' = if (circuitProvisioned) {
  parent: branchesCircuit2
  name: 'AzurePrivatePeering'
  properties: {
    peeringType: 'AzurePrivatePeering'
    peerASN: branchesCircuit2AzurePrivatePeeringPeerASN
    primaryPeerAddressPrefix: branchesCircuit2AzurePrivatePeeringPrimaryPeerAddressPrefix
    secondaryPeerAddressPrefix: branchesCircuit2AzurePrivatePeeringSecondaryPeerAddressPrefix
    vlanId: branchesCircuit2AzurePrivatePeeringVlanId
  }
}

resource hubToPayments 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-payments'
  properties: {
    remoteVirtualNetwork: {
      id: payments.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: true
    useRemoteGateways: false
  }
}

resource paymentsToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: payments
  name: 'to-hub'
  properties: {
    remoteVirtualNetwork: {
      id: hub.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: true
  }
  dependsOn: [
    hubToPayments
    hubExpressroute
  ]
}

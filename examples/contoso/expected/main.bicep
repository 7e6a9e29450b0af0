// contoso: written by Isthmus. Change the intent and write it again; changes made here are lost.
// The resource group must exist.
// Deploy with: az deployment group create --resource-group <any resource group> --template-file main.bicep

metadata name = 'contoso'
metadata generator = 'isthmus'

@description('The root certificate that signs those of the users: its public part, base64-encoded on one line, without the BEGIN and END lines.')
@secure()
param ordersVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData string

@description('the pre-shared key between orders and analytics')
@secure()
param ordersToAnalyticsSharedKey string

@description('Azure takes a peering only once the provider has set the circuit to Provisioned.')
param circuitProvisioned bool = false

@description('the AS number of the customer\'s routers of the private peering of amsterdam-circuit, as agreed with the provider')
param amsterdamCircuitAzurePrivatePeeringPeerASN int = 0

@description('the /30 of the first link of the private peering of amsterdam-circuit, as agreed with the provider')
param amsterdamCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix string = ''

@description('the /30 of the second link of the private peering of amsterdam-circuit, as agreed with the provider')
param amsterdamCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix string = ''

@description('the VLAN of the private peering of amsterdam-circuit, as agreed with the provider')
param amsterdamCircuitAzurePrivatePeeringVlanId int = 0

@description('the AS number of the customer\'s routers of the private peering of amsterdam-circuit-2, as agreed with the provider')
param amsterdamCircuit2AzurePrivatePeeringPeerASN int = 0

@description('the /30 of the first link of the private peering of amsterdam-circuit-2, as agreed with the provider')
param amsterdamCircuit2AzurePrivatePeeringPrimaryPeerAddressPrefix string = ''

@description('the /30 of the second link of the private peering of amsterdam-circuit-2, as agreed with the provider')
param amsterdamCircuit2AzurePrivatePeeringSecondaryPeerAddressPrefix string = ''

@description('the VLAN of the private peering of amsterdam-circuit-2, as agreed with the provider')
param amsterdamCircuit2AzurePrivatePeeringVlanId int = 0

@description('the pre-shared key of orders-to-amsterdam, the same as on the device 198.51.100.10')
@secure()
param ordersToAmsterdamConnectionSharedKey string

resource ordersGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: orders
  name: 'GatewaySubnet'
}

resource analyticsGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: analytics
  name: 'GatewaySubnet'
}

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

resource orders 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'orders'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.4.0/22'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.64.5.0/24'
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefix: '10.64.4.0/24'
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.64.6.0/27'
        }
      }
    ]
  }
}

resource analytics 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'analytics'
  location: 'eastus2'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.68.0.0/22'
      ]
    }
    subnets: [
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.68.0.0/27'
        }
      }
    ]
  }
}

resource ordersVpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'orders-vpn'
  location: 'westeurope'
  properties: {
    gatewayType: 'Vpn'
    vpnType: 'RouteBased'
    vpnGatewayGeneration: 'Generation1'
    sku: {
      name: 'VpnGw1AZ'
      tier: 'VpnGw1AZ'
    }
    activeActive: true
    enableBgp: false
    ipConfigurations: [
      {
        name: 'ip-1'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: ordersVpnIp1.id
          }
          subnet: {
            id: ordersGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-2'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: ordersVpnIp2.id
          }
          subnet: {
            id: ordersGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-3'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: ordersVpnIp3.id
          }
          subnet: {
            id: ordersGatewaySubnet.id
          }
        }
      }
    ]
    vpnClientConfiguration: {
      vpnClientAddressPool: {
        addressPrefixes: [
          '10.64.8.0/24'
        ]
      }
      vpnClientProtocols: [
        'OpenVPN'
        'IkeV2'
      ]
      vpnAuthenticationTypes: [
        'Certificate'
      ]
      vpnClientRootCertificates: [
        {
          name: 'orders-vpn-root'
          properties: {
            publicCertData: ordersVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData
          }
        }
      ]
    }
  }
  dependsOn: [
    orders
  ]
}

resource ordersVpnIp1 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'orders-vpn-ip-1'
  location: 'westeurope'
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  zones: [
    '1'
    '2'
    '3'
  ]
  properties: {
    publicIPAllocationMethod: 'Static'
    publicIPAddressVersion: 'IPv4'
  }
}

resource ordersVpnIp2 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'orders-vpn-ip-2'
  location: 'westeurope'
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  zones: [
    '1'
    '2'
    '3'
  ]
  properties: {
    publicIPAllocationMethod: 'Static'
    publicIPAddressVersion: 'IPv4'
  }
}

resource ordersVpnIp3 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'orders-vpn-ip-3'
  location: 'westeurope'
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  zones: [
    '1'
    '2'
    '3'
  ]
  properties: {
    publicIPAllocationMethod: 'Static'
    publicIPAddressVersion: 'IPv4'
  }
}

resource analyticsVpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'analytics-vpn'
  location: 'eastus2'
  properties: {
    gatewayType: 'Vpn'
    vpnType: 'RouteBased'
    vpnGatewayGeneration: 'Generation1'
    sku: {
      name: 'VpnGw1AZ'
      tier: 'VpnGw1AZ'
    }
    activeActive: true
    enableBgp: false
    ipConfigurations: [
      {
        name: 'ip-1'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: analyticsVpnIp1.id
          }
          subnet: {
            id: analyticsGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-2'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: analyticsVpnIp2.id
          }
          subnet: {
            id: analyticsGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    analytics
  ]
}

resource analyticsVpnIp1 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'analytics-vpn-ip-1'
  location: 'eastus2'
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  zones: [
    '1'
    '2'
    '3'
  ]
  properties: {
    publicIPAllocationMethod: 'Static'
    publicIPAddressVersion: 'IPv4'
  }
}

resource analyticsVpnIp2 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'analytics-vpn-ip-2'
  location: 'eastus2'
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  zones: [
    '1'
    '2'
    '3'
  ]
  properties: {
    publicIPAllocationMethod: 'Static'
    publicIPAddressVersion: 'IPv4'
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

resource amsterdamCircuit 'Microsoft.Network/expressRouteCircuits@2024-05-01' = {
  name: 'amsterdam-circuit'
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

resource amsterdamCircuit2 'Microsoft.Network/expressRouteCircuits@2024-05-01' = {
  name: 'amsterdam-circuit-2'
  location: 'westeurope'
  sku: {
    name: 'Standard_MeteredData'
    tier: 'Standard'
    family: 'MeteredData'
  }
  properties: {
    serviceProviderProperties: {
      serviceProviderName: 'Equinix'
      peeringLocation: 'London'
      bandwidthInMbps: 1000
    }
  }
}

resource ordersToAnalytics 'Microsoft.Network/connections@2024-05-01' = {
  name: 'orders-to-analytics'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: ordersVpn.id
      properties: {}
    }
    virtualNetworkGateway2: {
      id: analyticsVpn.id
      properties: {}
    }
    connectionType: 'Vnet2Vnet'
    connectionProtocol: 'IKEv2'
    enableBgp: false
    sharedKey: ordersToAnalyticsSharedKey
  }
}

resource analyticsToOrders 'Microsoft.Network/connections@2024-05-01' = {
  name: 'analytics-to-orders'
  location: 'eastus2'
  properties: {
    virtualNetworkGateway1: {
      id: analyticsVpn.id
      properties: {}
    }
    virtualNetworkGateway2: {
      id: ordersVpn.id
      properties: {}
    }
    connectionType: 'Vnet2Vnet'
    connectionProtocol: 'IKEv2'
    enableBgp: false
    sharedKey: ordersToAnalyticsSharedKey
  }
}

resource hubToAmsterdamCircuit 'Microsoft.Network/connections@2024-05-01' = if (circuitProvisioned) {
  name: 'hub-to-amsterdam-circuit'
  location: 'westeurope'
  properties: {
    connectionType: 'ExpressRoute'
    virtualNetworkGateway1: {
      id: hubExpressroute.id
    }
    peer: {
      id: amsterdamCircuit.id
    }
  }
  dependsOn: [
    amsterdamCircuitAzurePrivatePeering
  ]
}

resource hubToAmsterdamCircuit2 'Microsoft.Network/connections@2024-05-01' = if (circuitProvisioned) {
  name: 'hub-to-amsterdam-circuit-2'
  location: 'westeurope'
  properties: {
    connectionType: 'ExpressRoute'
    virtualNetworkGateway1: {
      id: hubExpressroute.id
    }
    peer: {
      id: amsterdamCircuit2.id
    }
  }
  dependsOn: [
    amsterdamCircuit2AzurePrivatePeering
  ]
}

resource ordersToAmsterdam 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'orders-to-amsterdam'
  location: 'westeurope'
  properties: {
    gatewayIpAddress: '198.51.100.10'
    localNetworkAddressSpace: {
      addressPrefixes: [
        '192.168.0.0/17'
      ]
    }
  }
}

resource ordersToAmsterdamConnection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'orders-to-amsterdam'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: ordersVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: ordersToAmsterdam.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: false
    sharedKey: ordersToAmsterdamConnectionSharedKey
  }
}

resource amsterdamCircuitAzurePrivatePeering 'Microsoft.Network/expressRouteCircuits/peerings@2024-05-01' = if (circuitProvisioned) {
  parent: amsterdamCircuit
  name: 'AzurePrivatePeering'
  properties: {
    peeringType: 'AzurePrivatePeering'
    peerASN: amsterdamCircuitAzurePrivatePeeringPeerASN
    primaryPeerAddressPrefix: amsterdamCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix
    secondaryPeerAddressPrefix: amsterdamCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix
    vlanId: amsterdamCircuitAzurePrivatePeeringVlanId
  }
}

resource amsterdamCircuit2AzurePrivatePeering 'Microsoft.Network/expressRouteCircuits/peerings@2024-05-01' = if (circuitProvisioned) {
  parent: amsterdamCircuit2
  name: 'AzurePrivatePeering'
  properties: {
    peeringType: 'AzurePrivatePeering'
    peerASN: amsterdamCircuit2AzurePrivatePeeringPeerASN
    primaryPeerAddressPrefix: amsterdamCircuit2AzurePrivatePeeringPrimaryPeerAddressPrefix
    secondaryPeerAddressPrefix: amsterdamCircuit2AzurePrivatePeeringSecondaryPeerAddressPrefix
    vlanId: amsterdamCircuit2AzurePrivatePeeringVlanId
  }
}

resource hubToOrders 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-orders'
  properties: {
    remoteVirtualNetwork: {
      id: orders.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource ordersToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: orders
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

resource hubToAnalytics 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-analytics'
  properties: {
    remoteVirtualNetwork: {
      id: analytics.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource analyticsToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: analytics
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

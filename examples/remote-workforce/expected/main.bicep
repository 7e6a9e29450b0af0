// remote-workforce: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network.
// Deploy with: az deployment group create --resource-group rg-network --template-file main.bicep

metadata name = 'remote-workforce'
metadata generator = 'isthmus'

@description('The root certificate that signs those of the users: its public part, base64-encoded on one line, without the BEGIN and END lines.')
@secure()
param hubVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData string

resource hubGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: hub
  name: 'GatewaySubnet'
}

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  location: 'northeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.4.0/23'
      ]
    }
    subnets: [
      {
        name: 'shared'
        properties: {
          addressPrefix: '10.64.4.0/25'
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.64.4.128/27'
        }
      }
    ]
  }
}

resource orders 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'orders'
  location: 'northeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.0.0/22'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.64.1.0/24'
        }
      }
      {
        name: 'data'
        properties: {
          addressPrefix: '10.64.0.0/24'
        }
      }
    ]
  }
}

resource hubVpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'hub-vpn'
  location: 'northeurope'
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
            id: hubVpnIp1.id
          }
          subnet: {
            id: hubGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-2'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: hubVpnIp2.id
          }
          subnet: {
            id: hubGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-3'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: hubVpnIp3.id
          }
          subnet: {
            id: hubGatewaySubnet.id
          }
        }
      }
    ]
    vpnClientConfiguration: {
      vpnClientAddressPool: {
        addressPrefixes: [
          '10.64.6.0/24'
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
          name: 'hub-vpn-root'
          properties: {
            publicCertData: hubVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData
          }
        }
      ]
    }
  }
  dependsOn: [
    hub
  ]
}

resource hubVpnIp1 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'hub-vpn-ip-1'
  location: 'northeurope'
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

resource hubVpnIp2 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'hub-vpn-ip-2'
  location: 'northeurope'
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

resource hubVpnIp3 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'hub-vpn-ip-3'
  location: 'northeurope'
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

resource hubToOrders 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-orders'
  properties: {
    remoteVirtualNetwork: {
      id: orders.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: true
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
    useRemoteGateways: true
  }
  dependsOn: [
    hubToOrders
    hubVpn
  ]
}

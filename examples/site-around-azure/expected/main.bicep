// site-around-azure: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network.
// Deploy with: az deployment group create --resource-group rg-network --template-file main.bicep

metadata name = 'site-around-azure'
metadata generator = 'isthmus'

@description('the pre-shared key of web-to-company, the same as on the device 198.51.100.30')
@secure()
param webToCompanyConnectionSharedKey string

resource webGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: web
  name: 'GatewaySubnet'
}

resource web 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'web'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.200.0.0/24'
      ]
    }
    subnets: [
      {
        name: 'front'
        properties: {
          addressPrefix: '10.200.0.0/26'
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.200.0.64/27'
        }
      }
    ]
  }
}

resource webVpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'web-vpn'
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
            id: webVpnIp1.id
          }
          subnet: {
            id: webGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-2'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: webVpnIp2.id
          }
          subnet: {
            id: webGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    web
  ]
}

resource webVpnIp1 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'web-vpn-ip-1'
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

resource webVpnIp2 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'web-vpn-ip-2'
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

resource webToCompany 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'web-to-company'
  location: 'westeurope'
  properties: {
    gatewayIpAddress: '198.51.100.30'
    localNetworkAddressSpace: {
      addressPrefixes: [
        '10.0.0.0/8'
      ]
    }
  }
}

resource webToCompanyConnection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'web-to-company'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: webVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: webToCompany.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: false
    sharedKey: webToCompanyConnectionSharedKey
  }
}

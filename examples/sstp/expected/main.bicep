// sstp: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-shops.
// Deploy with: az deployment group create --resource-group rg-shops --template-file main.bicep

metadata name = 'sstp'
metadata generator = 'isthmus'

@description('The root certificate that signs those of the users: its public part, base64-encoded on one line, without the BEGIN and END lines.')
@secure()
param shopsVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData string

resource shopsGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: shops
  name: 'GatewaySubnet'
}

resource shops 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'shops'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.0.0/24'
      ]
    }
    subnets: [
      {
        name: 'tills'
        properties: {
          addressPrefix: '10.64.0.0/26'
        }
      }
      {
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.64.0.64/27'
        }
      }
    ]
  }
}

resource shopsVpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'shops-vpn'
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
            id: shopsVpnIp1.id
          }
          subnet: {
            id: shopsGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-2'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: shopsVpnIp2.id
          }
          subnet: {
            id: shopsGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-3'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: shopsVpnIp3.id
          }
          subnet: {
            id: shopsGatewaySubnet.id
          }
        }
      }
    ]
    vpnClientConfiguration: {
      vpnClientAddressPool: {
        addressPrefixes: [
          '10.64.1.0/26'
        ]
      }
      vpnClientProtocols: [
        'SSTP'
      ]
      vpnAuthenticationTypes: [
        'Certificate'
      ]
      vpnClientRootCertificates: [
        {
          name: 'shops-vpn-root'
          properties: {
            publicCertData: shopsVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData
          }
        }
      ]
    }
  }
  dependsOn: [
    shops
  ]
}

resource shopsVpnIp1 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'shops-vpn-ip-1'
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

resource shopsVpnIp2 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'shops-vpn-ip-2'
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

resource shopsVpnIp3 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'shops-vpn-ip-3'
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

// ipsec-over-expressroute: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-health.
// Deploy with: az deployment group create --resource-group rg-health --template-file main.bicep

metadata name = 'ipsec-over-expressroute'
metadata generator = 'isthmus'

@description('the pre-shared key of records-to-clinic-private, the same as on the device 198.51.100.20')
@secure()
param recordsToClinicPrivateConnectionSharedKey string

@description('the private address at which 198.51.100.21 of clinic ends tunnels over the circuit')
param recordsToClinicPrivate2GatewayIpAddress string

@description('the pre-shared key of records-to-clinic-private-2, the same as on the device 198.51.100.21')
@secure()
param recordsToClinicPrivate2ConnectionSharedKey string

@description('Azure takes a peering only once the provider has set the circuit to Provisioned.')
param circuitProvisioned bool = false

@description('the AS number of the customer\'s routers of the private peering of clinic-circuit, as agreed with the provider')
param clinicCircuitAzurePrivatePeeringPeerASN int = 0

@description('the /30 of the first link of the private peering of clinic-circuit, as agreed with the provider')
param clinicCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix string = ''

@description('the /30 of the second link of the private peering of clinic-circuit, as agreed with the provider')
param clinicCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix string = ''

@description('the VLAN of the private peering of clinic-circuit, as agreed with the provider')
param clinicCircuitAzurePrivatePeeringVlanId int = 0

resource recordsGatewaySubnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {
  parent: records
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
    ]
  }
}

resource records 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'records'
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
        name: 'GatewaySubnet'
        properties: {
          addressPrefix: '10.64.5.0/26'
        }
      }
    ]
  }
}

resource recordsVpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'records-vpn'
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
    enableBgp: true
    enablePrivateIpAddress: true
    bgpSettings: {
      asn: 65515
    }
    ipConfigurations: [
      {
        name: 'ip-1'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: recordsVpnIp1.id
          }
          subnet: {
            id: recordsGatewaySubnet.id
          }
        }
      }
      {
        name: 'ip-2'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          publicIPAddress: {
            id: recordsVpnIp2.id
          }
          subnet: {
            id: recordsGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    records
  ]
}

resource recordsVpnIp1 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'records-vpn-ip-1'
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

resource recordsVpnIp2 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'records-vpn-ip-2'
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

resource recordsExpressroute 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'records-expressroute'
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
            id: recordsGatewaySubnet.id
          }
        }
      }
    ]
  }
  dependsOn: [
    records
  ]
}

resource clinicCircuit 'Microsoft.Network/expressRouteCircuits@2024-05-01' = {
  name: 'clinic-circuit'
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
      bandwidthInMbps: 500
    }
  }
}

resource recordsToClinicPrivate 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'records-to-clinic-private'
  location: 'westeurope'
  properties: {
    gatewayIpAddress: '172.16.0.4'
    localNetworkAddressSpace: {
      addressPrefixes: []
    }
    bgpSettings: {
      asn: 65020
      bgpPeeringAddress: '172.16.1.1'
    }
  }
}

resource recordsToClinicPrivateConnection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'records-to-clinic-private'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: recordsVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: recordsToClinicPrivate.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: true
    useLocalAzureIpAddress: true
    ipsecPolicies: [
      {
        saLifeTimeSeconds: 27000
        saDataSizeKilobytes: 102400000
        ipsecEncryption: 'GCMAES256'
        ipsecIntegrity: 'GCMAES256'
        ikeEncryption: 'AES256'
        ikeIntegrity: 'SHA384'
        dhGroup: 'ECP384'
        pfsGroup: 'ECP384'
      }
    ]
    sharedKey: recordsToClinicPrivateConnectionSharedKey
  }
}

resource recordsToClinicPrivate2 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'records-to-clinic-private-2'
  location: 'westeurope'
  properties: {
    gatewayIpAddress: recordsToClinicPrivate2GatewayIpAddress
    localNetworkAddressSpace: {
      addressPrefixes: []
    }
    bgpSettings: {
      asn: 65020
      bgpPeeringAddress: '172.16.1.2'
    }
  }
}

resource recordsToClinicPrivate2Connection 'Microsoft.Network/connections@2024-05-01' = {
  name: 'records-to-clinic-private-2'
  location: 'westeurope'
  properties: {
    virtualNetworkGateway1: {
      id: recordsVpn.id
      properties: {}
    }
    localNetworkGateway2: {
      id: recordsToClinicPrivate2.id
      properties: {}
    }
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    enableBgp: true
    useLocalAzureIpAddress: true
    ipsecPolicies: [
      {
        saLifeTimeSeconds: 27000
        saDataSizeKilobytes: 102400000
        ipsecEncryption: 'GCMAES256'
        ipsecIntegrity: 'GCMAES256'
        ikeEncryption: 'AES256'
        ikeIntegrity: 'SHA384'
        dhGroup: 'ECP384'
        pfsGroup: 'ECP384'
      }
    ]
    sharedKey: recordsToClinicPrivate2ConnectionSharedKey
  }
}

resource recordsToClinicCircuit 'Microsoft.Network/connections@2024-05-01' = if (circuitProvisioned) {
  name: 'records-to-clinic-circuit'
  location: 'westeurope'
  properties: {
    connectionType: 'ExpressRoute'
    virtualNetworkGateway1: {
      id: recordsExpressroute.id
    }
    peer: {
      id: clinicCircuit.id
    }
  }
  dependsOn: [
    clinicCircuitAzurePrivatePeering
  ]
}

resource clinicCircuitAzurePrivatePeering 'Microsoft.Network/expressRouteCircuits/peerings@2024-05-01' = if (circuitProvisioned) {
  parent: clinicCircuit
  name: 'AzurePrivatePeering'
  properties: {
    peeringType: 'AzurePrivatePeering'
    peerASN: clinicCircuitAzurePrivatePeeringPeerASN
    primaryPeerAddressPrefix: clinicCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix
    secondaryPeerAddressPrefix: clinicCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix
    vlanId: clinicCircuitAzurePrivatePeeringVlanId
  }
}

resource hubToRecords 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-records'
  properties: {
    remoteVirtualNetwork: {
      id: records.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource recordsToHub 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: records
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

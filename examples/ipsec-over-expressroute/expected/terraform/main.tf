# ipsec-over-expressroute: written by Isthmus. Change the intent and write it again; changes made here are lost.
# Resource groups are not created; these must exist: rg-health.
# Deploy with: terraform init && terraform apply

terraform {
  required_version = ">= 1.11"

  required_providers {
    azapi = {
      source  = "Azure/azapi"
      version = "~> 2.5"
    }
  }
}

provider "azapi" {
  disable_default_output = true
}

variable "recordsToClinicPrivateConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of records-to-clinic-private, the same as on the device 198.51.100.20"
  sensitive   = true
  ephemeral   = true
}

variable "recordsToClinicPrivate2GatewayIpAddress" {
  type        = string
  description = "the private address at which 198.51.100.21 of clinic ends tunnels over the circuit"
}

variable "recordsToClinicPrivate2ConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of records-to-clinic-private-2, the same as on the device 198.51.100.21"
  sensitive   = true
  ephemeral   = true
}

variable "circuitProvisioned" {
  type        = bool
  description = "Azure takes a peering only once the provider has set the circuit to Provisioned."
  default     = false
}

variable "clinicCircuitAzurePrivatePeeringPeerASN" {
  type        = number
  description = "the AS number of the customer's routers of the private peering of clinic-circuit, as agreed with the provider"
  default     = 0
}

variable "clinicCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the first link of the private peering of clinic-circuit, as agreed with the provider"
  default     = ""
}

variable "clinicCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the second link of the private peering of clinic-circuit, as agreed with the provider"
  default     = ""
}

variable "clinicCircuitAzurePrivatePeeringVlanId" {
  type        = number
  description = "the VLAN of the private peering of clinic-circuit, as agreed with the provider"
  default     = 0
}

data "azapi_client_config" "current" {}

locals {
  rgHealth = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-health"
}

resource "azapi_resource" "hub" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgHealth
  name      = "hub"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.0.0/22"]
      }
      subnets = [
        {
          name = "shared"
          properties = {
            addressPrefix = "10.64.0.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "records" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgHealth
  name      = "records"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.4.0/22"]
      }
      subnets = [
        {
          name = "app"
          properties = {
            addressPrefix = "10.64.4.0/24"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.5.0/26"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "recordsVpnIp1" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-vpn-ip-1"
  location  = "westeurope"

  body = {
    sku = {
      name = "Standard"
      tier = "Regional"
    }
    zones = ["1", "2", "3"]
    properties = {
      publicIPAllocationMethod = "Static"
      publicIPAddressVersion   = "IPv4"
    }
  }
}

resource "azapi_resource" "recordsVpnIp2" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-vpn-ip-2"
  location  = "westeurope"

  body = {
    sku = {
      name = "Standard"
      tier = "Regional"
    }
    zones = ["1", "2", "3"]
    properties = {
      publicIPAllocationMethod = "Static"
      publicIPAddressVersion   = "IPv4"
    }
  }
}

resource "azapi_resource" "recordsVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-vpn"
  location  = "westeurope"

  body = {
    properties = {
      gatewayType          = "Vpn"
      vpnType              = "RouteBased"
      vpnGatewayGeneration = "Generation1"
      sku = {
        name = "VpnGw1AZ"
        tier = "VpnGw1AZ"
      }
      activeActive           = true
      enableBgp              = true
      enablePrivateIpAddress = true
      bgpSettings = {
        asn = 65515
      }
      ipConfigurations = [
        {
          name = "ip-1"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.recordsVpnIp1.id
            }
            subnet = {
              id = "${azapi_resource.records.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-2"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.recordsVpnIp2.id
            }
            subnet = {
              id = "${azapi_resource.records.id}/subnets/GatewaySubnet"
            }
          }
        },
      ]
    }
  }

  timeouts {
    create = "90m"
    update = "90m"
    delete = "90m"
  }
}

resource "azapi_resource" "recordsExpressroute" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-expressroute"
  location  = "westeurope"

  body = {
    properties = {
      gatewayType = "ExpressRoute"
      sku = {
        name = "ErGw1AZ"
        tier = "ErGw1AZ"
      }
      ipConfigurations = [
        {
          name = "default"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            subnet = {
              id = "${azapi_resource.records.id}/subnets/GatewaySubnet"
            }
          }
        },
      ]
    }
  }

  timeouts {
    create = "90m"
    update = "90m"
    delete = "90m"
  }
}

resource "azapi_resource" "clinicCircuit" {
  type      = "Microsoft.Network/expressRouteCircuits@2024-05-01"
  parent_id = local.rgHealth
  name      = "clinic-circuit"
  location  = "westeurope"

  body = {
    sku = {
      name   = "Standard_MeteredData"
      tier   = "Standard"
      family = "MeteredData"
    }
    properties = {
      serviceProviderProperties = {
        serviceProviderName = "Equinix"
        peeringLocation     = "Amsterdam"
        bandwidthInMbps     = 500
      }
    }
  }
}

resource "azapi_resource" "recordsToClinicPrivate" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-to-clinic-private"
  location  = "westeurope"

  body = {
    properties = {
      gatewayIpAddress = "172.16.0.4"
      localNetworkAddressSpace = {
        addressPrefixes = []
      }
      bgpSettings = {
        asn               = 65020
        bgpPeeringAddress = "172.16.1.1"
      }
    }
  }
}

resource "azapi_resource" "recordsToClinicPrivateConnection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-to-clinic-private"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.recordsVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.recordsToClinicPrivate.id
        properties = {}
      }
      connectionType         = "IPsec"
      connectionProtocol     = "IKEv2"
      enableBgp              = true
      useLocalAzureIpAddress = true
      ipsecPolicies = [
        {
          saLifeTimeSeconds   = 27000
          saDataSizeKilobytes = 102400000
          ipsecEncryption     = "GCMAES256"
          ipsecIntegrity      = "GCMAES256"
          ikeEncryption       = "AES256"
          ikeIntegrity        = "SHA384"
          dhGroup             = "ECP384"
          pfsGroup            = "ECP384"
        },
      ]
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.recordsToClinicPrivateConnectionSharedKey
    }
  }
}

resource "azapi_resource" "recordsToClinicPrivate2" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-to-clinic-private-2"
  location  = "westeurope"

  body = {
    properties = {
      gatewayIpAddress = var.recordsToClinicPrivate2GatewayIpAddress
      localNetworkAddressSpace = {
        addressPrefixes = []
      }
      bgpSettings = {
        asn               = 65020
        bgpPeeringAddress = "172.16.1.2"
      }
    }
  }
}

resource "azapi_resource" "recordsToClinicPrivate2Connection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-to-clinic-private-2"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.recordsVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.recordsToClinicPrivate2.id
        properties = {}
      }
      connectionType         = "IPsec"
      connectionProtocol     = "IKEv2"
      enableBgp              = true
      useLocalAzureIpAddress = true
      ipsecPolicies = [
        {
          saLifeTimeSeconds   = 27000
          saDataSizeKilobytes = 102400000
          ipsecEncryption     = "GCMAES256"
          ipsecIntegrity      = "GCMAES256"
          ikeEncryption       = "AES256"
          ikeIntegrity        = "SHA384"
          dhGroup             = "ECP384"
          pfsGroup            = "ECP384"
        },
      ]
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.recordsToClinicPrivate2ConnectionSharedKey
    }
  }
}

resource "azapi_resource" "clinicCircuitAzurePrivatePeering" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/expressRouteCircuits/peerings@2024-05-01"
  parent_id = azapi_resource.clinicCircuit.id
  name      = "AzurePrivatePeering"

  body = {
    properties = {
      peeringType                = "AzurePrivatePeering"
      peerASN                    = var.clinicCircuitAzurePrivatePeeringPeerASN
      primaryPeerAddressPrefix   = var.clinicCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix
      secondaryPeerAddressPrefix = var.clinicCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix
      vlanId                     = var.clinicCircuitAzurePrivatePeeringVlanId
    }
  }
}

resource "azapi_resource" "recordsToClinicCircuit" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-to-clinic-circuit"
  location  = "westeurope"

  body = {
    properties = {
      connectionType = "ExpressRoute"
      virtualNetworkGateway1 = {
        id = azapi_resource.recordsExpressroute.id
      }
      peer = {
        id = azapi_resource.clinicCircuit.id
      }
    }
  }

  depends_on = [azapi_resource.clinicCircuitAzurePrivatePeering]
}

resource "azapi_resource" "hubToRecords" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-records"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.records.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.records.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "recordsToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.records.id
  name      = "to-hub"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hub.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.records.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

# expressroute-with-vpn-backup: written by Isthmus. Change the intent and write it again; changes made here are lost.
# Resource groups are not created; these must exist: rg-network.
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

variable "circuitProvisioned" {
  type        = bool
  description = "Azure takes a peering only once the provider has set the circuit to Provisioned."
  default     = false
}

variable "factoryCircuitAzurePrivatePeeringPeerASN" {
  type        = number
  description = "the AS number of the customer's routers of the private peering of factory-circuit, as agreed with the provider"
  default     = 0
}

variable "factoryCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the first link of the private peering of factory-circuit, as agreed with the provider"
  default     = ""
}

variable "factoryCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the second link of the private peering of factory-circuit, as agreed with the provider"
  default     = ""
}

variable "factoryCircuitAzurePrivatePeeringVlanId" {
  type        = number
  description = "the VLAN of the private peering of factory-circuit, as agreed with the provider"
  default     = 0
}

variable "productionToFactoryConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of production-to-factory, the same as on the device 198.51.100.20"
  sensitive   = true
  ephemeral   = true
}

data "azapi_client_config" "current" {}

locals {
  rgNetwork = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-network"
}

resource "azapi_resource" "production" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "production"
  location  = "germanywestcentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.0.0/22"]
      }
      subnets = [
        {
          name = "lines"
          properties = {
            addressPrefix = "10.64.1.0/24"
          }
        },
        {
          name = "history"
          properties = {
            addressPrefix = "10.64.0.0/24"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.2.0/26"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "productionExpressroute" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "production-expressroute"
  location  = "germanywestcentral"

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
              id = "${azapi_resource.production.id}/subnets/GatewaySubnet"
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

resource "azapi_resource" "factoryCircuit" {
  type      = "Microsoft.Network/expressRouteCircuits@2024-05-01"
  parent_id = local.rgNetwork
  name      = "factory-circuit"
  location  = "germanywestcentral"

  body = {
    sku = {
      name   = "Standard_MeteredData"
      tier   = "Standard"
      family = "MeteredData"
    }
    properties = {
      serviceProviderProperties = {
        serviceProviderName = "Equinix"
        peeringLocation     = "Frankfurt"
        bandwidthInMbps     = 500
      }
    }
  }
}

resource "azapi_resource" "productionVpnIp1" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "production-vpn-ip-1"
  location  = "germanywestcentral"

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

resource "azapi_resource" "productionVpnIp2" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "production-vpn-ip-2"
  location  = "germanywestcentral"

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

resource "azapi_resource" "productionVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "production-vpn"
  location  = "germanywestcentral"

  body = {
    properties = {
      gatewayType          = "Vpn"
      vpnType              = "RouteBased"
      vpnGatewayGeneration = "Generation1"
      sku = {
        name = "VpnGw1AZ"
        tier = "VpnGw1AZ"
      }
      activeActive = true
      enableBgp    = true
      bgpSettings = {
        asn = 65515
      }
      ipConfigurations = [
        {
          name = "ip-1"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.productionVpnIp1.id
            }
            subnet = {
              id = "${azapi_resource.production.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-2"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.productionVpnIp2.id
            }
            subnet = {
              id = "${azapi_resource.production.id}/subnets/GatewaySubnet"
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

resource "azapi_resource" "factoryCircuitAzurePrivatePeering" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/expressRouteCircuits/peerings@2024-05-01"
  parent_id = azapi_resource.factoryCircuit.id
  name      = "AzurePrivatePeering"

  body = {
    properties = {
      peeringType                = "AzurePrivatePeering"
      peerASN                    = var.factoryCircuitAzurePrivatePeeringPeerASN
      primaryPeerAddressPrefix   = var.factoryCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix
      secondaryPeerAddressPrefix = var.factoryCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix
      vlanId                     = var.factoryCircuitAzurePrivatePeeringVlanId
    }
  }
}

resource "azapi_resource" "productionToFactoryCircuit" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "production-to-factory-circuit"
  location  = "germanywestcentral"

  body = {
    properties = {
      connectionType = "ExpressRoute"
      virtualNetworkGateway1 = {
        id = azapi_resource.productionExpressroute.id
      }
      peer = {
        id = azapi_resource.factoryCircuit.id
      }
    }
  }

  depends_on = [azapi_resource.factoryCircuitAzurePrivatePeering]
}

resource "azapi_resource" "productionToFactory" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "production-to-factory"
  location  = "germanywestcentral"

  body = {
    properties = {
      gatewayIpAddress = "198.51.100.20"
      localNetworkAddressSpace = {
        addressPrefixes = []
      }
      bgpSettings = {
        asn               = 65020
        bgpPeeringAddress = "172.16.0.1"
      }
    }
  }
}

resource "azapi_resource" "productionToFactoryConnection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "production-to-factory"
  location  = "germanywestcentral"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.productionVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.productionToFactory.id
        properties = {}
      }
      connectionType     = "IPsec"
      connectionProtocol = "IKEv2"
      enableBgp          = true
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.productionToFactoryConnectionSharedKey
    }
  }
}

# site-to-site-transit: written by Isthmus. Change the intent and write it again; changes made here are lost.
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

variable "hubVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData" {
  type        = string
  description = "The root certificate that signs those of the users: its public part, base64-encoded on one line, without the BEGIN and END lines."
  sensitive   = true
  ephemeral   = true
}

variable "hubToUtrechtConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of hub-to-utrecht, the same as on the device 198.51.100.10"
  sensitive   = true
  ephemeral   = true
}

variable "hubToRotterdamConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of hub-to-rotterdam, the same as on the device 198.51.100.20"
  sensitive   = true
  ephemeral   = true
}

variable "circuitProvisioned" {
  type        = bool
  description = "Azure takes a peering only once the provider has set the circuit to Provisioned."
  default     = false
}

variable "plantCircuitAzurePrivatePeeringPeerASN" {
  type        = number
  description = "the AS number of the customer's routers of the private peering of plant-circuit, as agreed with the provider"
  default     = 0
}

variable "plantCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the first link of the private peering of plant-circuit, as agreed with the provider"
  default     = ""
}

variable "plantCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the second link of the private peering of plant-circuit, as agreed with the provider"
  default     = ""
}

variable "plantCircuitAzurePrivatePeeringVlanId" {
  type        = number
  description = "the VLAN of the private peering of plant-circuit, as agreed with the provider"
  default     = 0
}

data "azapi_client_config" "current" {}

locals {
  rgNetwork = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-network"
}

resource "azapi_resource" "hub" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
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
            addressPrefix = "10.64.0.0/25"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.0.128/26"
          }
        },
        {
          name = "RouteServerSubnet"
          properties = {
            addressPrefix = "10.64.0.192/26"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "orders" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "orders"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.4.0/23"]
      }
      subnets = [
        {
          name = "app"
          properties = {
            addressPrefix = "10.64.4.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "hubVpnIp1" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-vpn-ip-1"
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

resource "azapi_resource" "hubVpnIp2" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-vpn-ip-2"
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

resource "azapi_resource" "hubVpnIp3" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-vpn-ip-3"
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

resource "azapi_resource" "hubVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-vpn"
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
              id = azapi_resource.hubVpnIp1.id
            }
            subnet = {
              id = "${azapi_resource.hub.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-2"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.hubVpnIp2.id
            }
            subnet = {
              id = "${azapi_resource.hub.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-3"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.hubVpnIp3.id
            }
            subnet = {
              id = "${azapi_resource.hub.id}/subnets/GatewaySubnet"
            }
          }
        },
      ]
      vpnClientConfiguration = {
        vpnClientAddressPool = {
          addressPrefixes = ["10.64.6.0/26"]
        }
        vpnClientProtocols     = ["OpenVPN", "IkeV2"]
        vpnAuthenticationTypes = ["Certificate"]
      }
      customRoutes = {
        addressPrefixes = ["192.168.1.0/24", "192.168.2.0/24"]
      }
    }
  }
  sensitive_body = {
    properties = {
      vpnClientConfiguration = {
        vpnClientRootCertificates = [
          {
            name = "hub-vpn-root"
            properties = {
              publicCertData = var.hubVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData
            }
          },
        ]
      }
    }
  }

  timeouts {
    create = "90m"
    update = "90m"
    delete = "90m"
  }
}

resource "azapi_resource" "hubExpressroute" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-expressroute"
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
              id = "${azapi_resource.hub.id}/subnets/GatewaySubnet"
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

resource "azapi_resource" "plantCircuit" {
  type      = "Microsoft.Network/expressRouteCircuits@2024-05-01"
  parent_id = local.rgNetwork
  name      = "plant-circuit"
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
        bandwidthInMbps     = 200
      }
    }
  }
}

resource "azapi_resource" "hubRouteServer" {
  type      = "Microsoft.Network/virtualHubs@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-route-server"
  location  = "westeurope"

  body = {
    properties = {
      sku                        = "Standard"
      allowBranchToBranchTraffic = true
    }
  }

  timeouts {
    create = "90m"
    update = "90m"
    delete = "90m"
  }
}

resource "azapi_resource" "hubRouteServerIp" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-route-server-ip"
  location  = "westeurope"

  body = {
    sku = {
      name = "Standard"
      tier = "Regional"
    }
    properties = {
      publicIPAllocationMethod = "Static"
      publicIPAddressVersion   = "IPv4"
    }
  }
}

resource "azapi_resource" "hubToUtrecht" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-utrecht"
  location  = "westeurope"

  body = {
    properties = {
      gatewayIpAddress = "198.51.100.10"
      localNetworkAddressSpace = {
        addressPrefixes = []
      }
      bgpSettings = {
        asn               = 65010
        bgpPeeringAddress = "192.168.1.254"
      }
    }
  }
}

resource "azapi_resource" "hubToUtrechtConnection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-utrecht"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.hubVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.hubToUtrecht.id
        properties = {}
      }
      connectionType     = "IPsec"
      connectionProtocol = "IKEv2"
      enableBgp          = true
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.hubToUtrechtConnectionSharedKey
    }
  }
}

resource "azapi_resource" "hubToRotterdam" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-rotterdam"
  location  = "westeurope"

  body = {
    properties = {
      gatewayIpAddress = "198.51.100.20"
      localNetworkAddressSpace = {
        addressPrefixes = []
      }
      bgpSettings = {
        asn               = 65020
        bgpPeeringAddress = "192.168.2.254"
      }
    }
  }
}

resource "azapi_resource" "hubToRotterdamConnection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-rotterdam"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.hubVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.hubToRotterdam.id
        properties = {}
      }
      connectionType     = "IPsec"
      connectionProtocol = "IKEv2"
      enableBgp          = true
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.hubToRotterdamConnectionSharedKey
    }
  }
}

resource "azapi_resource" "plantCircuitAzurePrivatePeering" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/expressRouteCircuits/peerings@2024-05-01"
  parent_id = azapi_resource.plantCircuit.id
  name      = "AzurePrivatePeering"

  body = {
    properties = {
      peeringType                = "AzurePrivatePeering"
      peerASN                    = var.plantCircuitAzurePrivatePeeringPeerASN
      primaryPeerAddressPrefix   = var.plantCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix
      secondaryPeerAddressPrefix = var.plantCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix
      vlanId                     = var.plantCircuitAzurePrivatePeeringVlanId
    }
  }
}

resource "azapi_resource" "hubToPlantCircuit" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-plant-circuit"
  location  = "westeurope"

  body = {
    properties = {
      connectionType = "ExpressRoute"
      virtualNetworkGateway1 = {
        id = azapi_resource.hubExpressroute.id
      }
      peer = {
        id = azapi_resource.plantCircuit.id
      }
    }
  }

  depends_on = [azapi_resource.plantCircuitAzurePrivatePeering]
}

resource "azapi_resource" "hubRouteServerDefault" {
  type      = "Microsoft.Network/virtualHubs/ipConfigurations@2024-05-01"
  parent_id = azapi_resource.hubRouteServer.id
  name      = "default"

  body = {
    properties = {
      subnet = {
        id = "${azapi_resource.hub.id}/subnets/RouteServerSubnet"
      }
      publicIPAddress = {
        id = azapi_resource.hubRouteServerIp.id
      }
    }
  }

  timeouts {
    create = "90m"
    update = "90m"
    delete = "90m"
  }
}

resource "azapi_resource" "hubToOrders" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-orders"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.orders.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = true
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.orders.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "ordersToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.orders.id
  name      = "to-hub"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hub.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = true
    }
  }

  locks = [azapi_resource.orders.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }

  depends_on = [
    azapi_resource.hubToOrders,
    azapi_resource.hubVpn,
    azapi_resource.hubExpressroute,
  ]
}

# sites-with-one-range: written by Isthmus. Change the intent and write it again; changes made here are lost.
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

variable "hubToDelftConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of hub-to-delft, the same as on the device 198.51.100.30"
  sensitive   = true
  ephemeral   = true
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
        addressPrefixes = ["10.64.0.0/24"]
      }
      subnets = [
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.0.0/27"
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
        addressPrefixes = ["10.64.1.0/24"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.64.1.0/26"
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

resource "azapi_resource" "hubVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-vpn"
  location  = "westeurope"

  body = {
    properties = {
      gatewayType          = "Vpn"
      vpnType              = "RouteBased"
      vpnGatewayGeneration = "Generation2"
      sku = {
        name = "VpnGw2AZ"
        tier = "VpnGw2AZ"
      }
      activeActive                    = true
      enableBgp                       = true
      enableBgpRouteTranslationForNat = true
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
      ]
    }
  }

  timeouts {
    create = "90m"
    update = "90m"
    delete = "90m"
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
        addressPrefixes = ["192.168.1.0/24"]
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
      enableBgp          = false
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
        addressPrefixes = ["192.168.1.0/24", "192.168.2.0/25"]
      }
    }
  }
}

resource "azapi_resource" "hubVpnHubToRotterdamNat" {
  type      = "Microsoft.Network/virtualNetworkGateways/natRules@2024-05-01"
  parent_id = azapi_resource.hubVpn.id
  name      = "hub-to-rotterdam-nat"

  body = {
    properties = {
      type = "Static"
      mode = "IngressSnat"
      internalMappings = [
        {
          addressSpace = "192.168.1.0/24"
        },
      ]
      externalMappings = [
        {
          addressSpace = "10.64.2.0/24"
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

resource "azapi_resource" "hubVpnHubToRotterdamNat2" {
  type      = "Microsoft.Network/virtualNetworkGateways/natRules@2024-05-01"
  parent_id = azapi_resource.hubVpn.id
  name      = "hub-to-rotterdam-nat-2"

  body = {
    properties = {
      type = "Static"
      mode = "IngressSnat"
      internalMappings = [
        {
          addressSpace = "192.168.2.0/25"
        },
      ]
      externalMappings = [
        {
          addressSpace = "10.64.3.0/25"
        },
      ]
    }
  }

  timeouts {
    create = "90m"
    update = "90m"
    delete = "90m"
  }

  depends_on = [azapi_resource.hubVpnHubToRotterdamNat]
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
      enableBgp          = false
      ingressNatRules = [
        {
          id = azapi_resource.hubVpnHubToRotterdamNat.id
        },
        {
          id = azapi_resource.hubVpnHubToRotterdamNat2.id
        },
      ]
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.hubToRotterdamConnectionSharedKey
    }
  }
}

resource "azapi_resource" "hubToDelft" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-delft"
  location  = "westeurope"

  body = {
    properties = {
      gatewayIpAddress = "198.51.100.30"
      localNetworkAddressSpace = {
        addressPrefixes = []
      }
      bgpSettings = {
        asn               = 65030
        bgpPeeringAddress = "100.64.10.1"
      }
    }
  }
}

resource "azapi_resource" "hubVpnHubToDelftNat" {
  type      = "Microsoft.Network/virtualNetworkGateways/natRules@2024-05-01"
  parent_id = azapi_resource.hubVpn.id
  name      = "hub-to-delft-nat"

  body = {
    properties = {
      type = "Static"
      mode = "IngressSnat"
      internalMappings = [
        {
          addressSpace = "192.168.1.0/24"
        },
      ]
      externalMappings = [
        {
          addressSpace = "100.64.10.0/24"
        },
      ]
    }
  }

  timeouts {
    create = "90m"
    update = "90m"
    delete = "90m"
  }

  depends_on = [azapi_resource.hubVpnHubToRotterdamNat2]
}

resource "azapi_resource" "hubToDelftConnection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-delft"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.hubVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.hubToDelft.id
        properties = {}
      }
      connectionType     = "IPsec"
      connectionProtocol = "IKEv2"
      enableBgp          = true
      ingressNatRules = [
        {
          id = azapi_resource.hubVpnHubToDelftNat.id
        },
      ]
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.hubToDelftConnectionSharedKey
    }
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

  depends_on = [azapi_resource.hubToOrders, azapi_resource.hubVpn]
}

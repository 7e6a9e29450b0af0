# remote-workforce: written by Isthmus. Change the intent and write it again; changes made here are lost.
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

data "azapi_client_config" "current" {}

locals {
  rgNetwork = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-network"
}

resource "azapi_resource" "hub" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub"
  location  = "northeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.4.0/23"]
      }
      subnets = [
        {
          name = "shared"
          properties = {
            addressPrefix = "10.64.4.0/25"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.4.128/27"
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
  location  = "northeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.0.0/22"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.64.1.0/24"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.64.0.0/24"
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
  location  = "northeurope"

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
  location  = "northeurope"

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
  location  = "northeurope"

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
  location  = "northeurope"

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
      enableBgp    = false
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
          addressPrefixes = ["10.64.6.0/24"]
        }
        vpnClientProtocols     = ["OpenVPN", "IkeV2"]
        vpnAuthenticationTypes = ["Certificate"]
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

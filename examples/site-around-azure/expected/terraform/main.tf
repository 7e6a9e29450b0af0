# site-around-azure: written by Isthmus. Change the intent and write it again; changes made here are lost.
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

variable "webToCompanyConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of web-to-company, the same as on the device 198.51.100.30"
  sensitive   = true
  ephemeral   = true
}

data "azapi_client_config" "current" {}

locals {
  rgNetwork = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-network"
}

resource "azapi_resource" "web" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "web"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.200.0.0/24"]
      }
      subnets = [
        {
          name = "front"
          properties = {
            addressPrefix = "10.200.0.0/26"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.200.0.64/27"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "webVpnIp1" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "web-vpn-ip-1"
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

resource "azapi_resource" "webVpnIp2" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "web-vpn-ip-2"
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

resource "azapi_resource" "webVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "web-vpn"
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
      enableBgp    = false
      ipConfigurations = [
        {
          name = "ip-1"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.webVpnIp1.id
            }
            subnet = {
              id = "${azapi_resource.web.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-2"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.webVpnIp2.id
            }
            subnet = {
              id = "${azapi_resource.web.id}/subnets/GatewaySubnet"
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

resource "azapi_resource" "webToCompany" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "web-to-company"
  location  = "westeurope"

  body = {
    properties = {
      gatewayIpAddress = "198.51.100.30"
      localNetworkAddressSpace = {
        addressPrefixes = ["10.0.0.0/8"]
      }
    }
  }
}

resource "azapi_resource" "webToCompanyConnection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "web-to-company"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.webVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.webToCompany.id
        properties = {}
      }
      connectionType     = "IPsec"
      connectionProtocol = "IKEv2"
      enableBgp          = false
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.webToCompanyConnectionSharedKey
    }
  }
}

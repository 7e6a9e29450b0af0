# sstp: written by Isthmus. Change the intent and write it again; changes made here are lost.
# Resource groups are not created; these must exist: rg-shops.
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

variable "shopsVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData" {
  type        = string
  description = "The root certificate that signs those of the users: its public part, base64-encoded on one line, without the BEGIN and END lines."
  sensitive   = true
  ephemeral   = true
}

data "azapi_client_config" "current" {}

locals {
  rgShops = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-shops"
}

resource "azapi_resource" "shops" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgShops
  name      = "shops"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.0.0/24"]
      }
      subnets = [
        {
          name = "tills"
          properties = {
            addressPrefix = "10.64.0.0/26"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.0.64/27"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "shopsVpnIp1" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgShops
  name      = "shops-vpn-ip-1"
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

resource "azapi_resource" "shopsVpnIp2" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgShops
  name      = "shops-vpn-ip-2"
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

resource "azapi_resource" "shopsVpnIp3" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgShops
  name      = "shops-vpn-ip-3"
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

resource "azapi_resource" "shopsVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgShops
  name      = "shops-vpn"
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
              id = azapi_resource.shopsVpnIp1.id
            }
            subnet = {
              id = "${azapi_resource.shops.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-2"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.shopsVpnIp2.id
            }
            subnet = {
              id = "${azapi_resource.shops.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-3"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.shopsVpnIp3.id
            }
            subnet = {
              id = "${azapi_resource.shops.id}/subnets/GatewaySubnet"
            }
          }
        },
      ]
      vpnClientConfiguration = {
        vpnClientAddressPool = {
          addressPrefixes = ["10.64.1.0/26"]
        }
        vpnClientProtocols     = ["SSTP"]
        vpnAuthenticationTypes = ["Certificate"]
      }
    }
  }
  sensitive_body = {
    properties = {
      vpnClientConfiguration = {
        vpnClientRootCertificates = [
          {
            name = "shops-vpn-root"
            properties = {
              publicCertData = var.shopsVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData
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

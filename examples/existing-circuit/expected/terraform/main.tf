# existing-circuit: written by Isthmus. Change the intent and write it again; changes made here are lost.
# Resource groups are not created; these must exist: rg-network (subscription 1d0c4f7e-2b6a-4a8e-9a3b-5f0e7c6d8b21).
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

variable "appsToDatacenterCircuitAuthorizationKey" {
  type        = string
  description = "the authorization key that the owner of the circuit circuit-ams makes for this connection"
  sensitive   = true
  ephemeral   = true
}

locals {
  rgNetwork = "/subscriptions/1d0c4f7e-2b6a-4a8e-9a3b-5f0e7c6d8b21/resourceGroups/rg-network"
  rgWan     = "/subscriptions/8e9f7a6b-5c4d-4e3f-8a1b-0c9d8e7f6a5b/resourceGroups/rg-wan"
}

resource "azapi_resource" "apps" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "apps"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.0.0/23"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.64.0.128/25"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.64.0.0/25"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.1.0/27"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "appsExpressroute" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "apps-expressroute"
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
              id = "${azapi_resource.apps.id}/subnets/GatewaySubnet"
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

resource "azapi_resource" "appsToDatacenterCircuit" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "apps-to-datacenter-circuit"
  location  = "westeurope"

  body = {
    properties = {
      connectionType = "ExpressRoute"
      virtualNetworkGateway1 = {
        id = azapi_resource.appsExpressroute.id
      }
      peer = {
        id = "${local.rgWan}/providers/Microsoft.Network/expressRouteCircuits/circuit-ams"
      }
    }
  }
  sensitive_body = {
    properties = {
      authorizationKey = var.appsToDatacenterCircuitAuthorizationKey
    }
  }
}

# user-chose: written by Isthmus. Change the intent and write it again; changes made here are lost.
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

data "azapi_client_config" "current" {}

locals {
  rgNetwork = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-network"
}

resource "azapi_resource" "core" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "core"
  location  = "switzerlandnorth"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.16.0.0/23"]
      }
      subnets = [
        {
          name = "app"
          properties = {
            addressPrefix = "10.16.0.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "ledger" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "ledger"
  location  = "switzerlandnorth"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.16.2.0/24"]
      }
      subnets = [
        {
          name = "data"
          properties = {
            addressPrefix = "10.16.2.0/25"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "coreToLedger" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.core.id
  name      = "to-ledger"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.ledger.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.core.id, azapi_resource.ledger.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "ledgerToCore" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.ledger.id
  name      = "to-core"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.core.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.ledger.id, azapi_resource.core.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

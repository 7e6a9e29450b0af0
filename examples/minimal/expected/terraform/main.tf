# minimal: written by Isthmus. Change the intent and write it again; changes made here are lost.
# The resource group must exist.
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

variable "resource_group_name" {
  type        = string
  description = "The resource group that everything goes to; it must exist."
}

data "azapi_client_config" "current" {}

locals {
  resourceGroup = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/${var.resource_group_name}"
}

resource "azapi_resource" "app" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.resourceGroup
  name      = "app"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.0.0.0/24"]
      }
    }
  }
}

resource "azapi_resource" "data" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.resourceGroup
  name      = "data"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.0.1.0/24"]
      }
    }
  }
}

resource "azapi_resource" "appToData" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.app.id
  name      = "to-data"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.data.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.app.id, azapi_resource.data.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "dataToApp" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.data.id
  name      = "to-app"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.app.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.data.id, azapi_resource.app.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

# existing-hub: written by Isthmus. Change the intent and write it again; changes made here are lost.
# Resource groups are not created; these must exist: rg-claims, rg-hub-uks (subscription 5a3c1d20-7be4-4f6e-9a51-0c2f7f1e8b11).
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
  rgClaims = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-claims"
  rgHubUks = "/subscriptions/5a3c1d20-7be4-4f6e-9a51-0c2f7f1e8b11/resourceGroups/rg-hub-uks"
}

resource "azapi_resource" "claims" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgClaims
  name      = "claims"
  location  = "uksouth"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.128.0.0/23"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.128.0.128/25"
          }
        },
        {
          name = "app"
          properties = {
            addressPrefix = "10.128.0.0/25"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.128.1.0/26"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "documents" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgClaims
  name      = "documents"
  location  = "uksouth"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.128.2.0/25"]
      }
      subnets = [
        {
          name = "store"
          properties = {
            addressPrefix = "10.128.2.0/26"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "vnetHubUksToClaims" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = "${local.rgHubUks}/providers/Microsoft.Network/virtualNetworks/vnet-hub-uks"
  name      = "to-claims"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.claims.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = true
      allowGatewayTransit       = true
      useRemoteGateways         = false
    }
  }

  locks = [
    "${local.rgHubUks}/providers/Microsoft.Network/virtualNetworks/vnet-hub-uks",
    azapi_resource.claims.id,
  ]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "claimsToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.claims.id
  name      = "to-hub"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = "${local.rgHubUks}/providers/Microsoft.Network/virtualNetworks/vnet-hub-uks"
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = true
      allowGatewayTransit       = false
      useRemoteGateways         = true
    }
  }

  locks = [
    azapi_resource.claims.id,
    "${local.rgHubUks}/providers/Microsoft.Network/virtualNetworks/vnet-hub-uks",
  ]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }

  depends_on = [azapi_resource.vnetHubUksToClaims]
}

resource "azapi_resource" "vnetHubUksToDocuments" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = "${local.rgHubUks}/providers/Microsoft.Network/virtualNetworks/vnet-hub-uks"
  name      = "to-documents"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.documents.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = true
      allowGatewayTransit       = true
      useRemoteGateways         = false
    }
  }

  locks = [
    "${local.rgHubUks}/providers/Microsoft.Network/virtualNetworks/vnet-hub-uks",
    azapi_resource.documents.id,
  ]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "documentsToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.documents.id
  name      = "to-hub"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = "${local.rgHubUks}/providers/Microsoft.Network/virtualNetworks/vnet-hub-uks"
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = true
      allowGatewayTransit       = false
      useRemoteGateways         = true
    }
  }

  locks = [
    azapi_resource.documents.id,
    "${local.rgHubUks}/providers/Microsoft.Network/virtualNetworks/vnet-hub-uks",
  ]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }

  depends_on = [azapi_resource.vnetHubUksToDocuments]
}

resource "azapi_resource" "claimsToDocuments" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.claims.id
  name      = "to-documents"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.documents.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.claims.id, azapi_resource.documents.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "documentsToClaims" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.documents.id
  name      = "to-claims"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.claims.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.documents.id, azapi_resource.claims.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

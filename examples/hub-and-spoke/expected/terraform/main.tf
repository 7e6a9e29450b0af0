# hub-and-spoke: written by Isthmus. Change the intent and write it again; changes made here are lost.
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

resource "azapi_resource" "hub" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub"
  location  = "westeurope"
  tags = {
    owner = "platform"
  }

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.0.0/22"]
      }
      subnets = [
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.1.0/27"
          }
        },
        {
          name = "shared"
          properties = {
            addressPrefix = "10.64.0.0/24"
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
  tags = {
    owner = "platform"
  }

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.4.0/22"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.64.4.0/24"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.64.5.0/25"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "billing" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "billing"
  location  = "westeurope"
  tags = {
    owner = "platform"
  }

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.8.0/24"]
      }
      subnets = [
        {
          name = "app"
          properties = {
            addressPrefix = "10.64.8.0/25"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "analytics" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "analytics"
  location  = "northeurope"
  tags = {
    owner = "platform"
  }

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.68.0.0/21"]
      }
      subnets = [
        {
          name = "lake"
          properties = {
            addressPrefix = "10.68.0.0/23"
          }
        },
      ]
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
      allowGatewayTransit       = false
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
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.orders.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToBilling" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-billing"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.billing.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.billing.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "billingToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.billing.id
  name      = "to-hub"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hub.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.billing.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToAnalytics" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-analytics"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.analytics.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.analytics.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "analyticsToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.analytics.id
  name      = "to-hub"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hub.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.analytics.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "ordersToBilling" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.orders.id
  name      = "to-billing"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.billing.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.orders.id, azapi_resource.billing.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "billingToOrders" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.billing.id
  name      = "to-orders"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.orders.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.billing.id, azapi_resource.orders.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

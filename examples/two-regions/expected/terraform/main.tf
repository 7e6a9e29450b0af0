# two-regions: written by Isthmus. Change the intent and write it again; changes made here are lost.
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

resource "azapi_resource" "hubEurope" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-europe"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.80.16.0/22"]
      }
      subnets = [
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.80.16.64/27"
          }
        },
        {
          name = "AzureFirewallSubnet"
          properties = {
            addressPrefix = "10.80.16.0/26"
          }
        },
        {
          name = "dns"
          properties = {
            addressPrefix = "10.80.16.96/28"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "shopEurope" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "shop-europe"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.80.0.0/20"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.80.4.0/22"
          }
        },
        {
          name = "app"
          properties = {
            addressPrefix = "10.80.0.0/22"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.80.8.0/23"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "reportsEurope" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "reports-europe"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.80.20.0/23"]
      }
      subnets = [
        {
          name = "jobs"
          properties = {
            addressPrefix = "10.80.20.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "hubAsia" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-asia"
  location  = "southeastasia"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.84.16.0/22"]
      }
      subnets = [
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.84.16.64/27"
          }
        },
        {
          name = "AzureFirewallSubnet"
          properties = {
            addressPrefix = "10.84.16.0/26"
          }
        },
        {
          name = "dns"
          properties = {
            addressPrefix = "10.84.16.96/28"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "shopAsia" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "shop-asia"
  location  = "southeastasia"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.84.0.0/20"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.84.4.0/22"
          }
        },
        {
          name = "app"
          properties = {
            addressPrefix = "10.84.0.0/22"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.84.8.0/23"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "hubEuropeToShopEurope" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hubEurope.id
  name      = "to-shop-europe"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.shopEurope.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hubEurope.id, azapi_resource.shopEurope.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "shopEuropeToHubEurope" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.shopEurope.id
  name      = "to-hub-europe"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hubEurope.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.shopEurope.id, azapi_resource.hubEurope.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubEuropeToReportsEurope" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hubEurope.id
  name      = "to-reports-europe"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.reportsEurope.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hubEurope.id, azapi_resource.reportsEurope.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "reportsEuropeToHubEurope" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.reportsEurope.id
  name      = "to-hub-europe"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hubEurope.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.reportsEurope.id, azapi_resource.hubEurope.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubAsiaToShopAsia" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hubAsia.id
  name      = "to-shop-asia"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.shopAsia.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hubAsia.id, azapi_resource.shopAsia.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "shopAsiaToHubAsia" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.shopAsia.id
  name      = "to-hub-asia"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hubAsia.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.shopAsia.id, azapi_resource.hubAsia.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubEuropeToHubAsia" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hubEurope.id
  name      = "to-hub-asia"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hubAsia.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hubEurope.id, azapi_resource.hubAsia.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubAsiaToHubEurope" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hubAsia.id
  name      = "to-hub-europe"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hubEurope.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hubAsia.id, azapi_resource.hubEurope.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "shopEuropeToShopAsia" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.shopEurope.id
  name      = "to-shop-asia"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.shopAsia.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.shopEurope.id, azapi_resource.shopAsia.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "shopAsiaToShopEurope" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.shopAsia.id
  name      = "to-shop-europe"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.shopEurope.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.shopAsia.id, azapi_resource.shopEurope.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

# growing: written by Isthmus. Change the intent and write it again; changes made here are lost.
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

resource "azapi_resource" "archive" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "archive"
  location  = "northeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.160.16.0/20"]
      }
      subnets = [
        {
          name = "cold"
          properties = {
            addressPrefix = "10.160.16.0/21"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "hub" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub"
  location  = "northeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.160.0.0/22"]
      }
      subnets = [
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.160.0.128/27"
          }
        },
        {
          name = "AzureFirewallSubnet"
          properties = {
            addressPrefix = "10.160.0.192/26"
          }
        },
        {
          name = "shared"
          properties = {
            addressPrefix = "10.160.0.0/25"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "payroll" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "payroll"
  location  = "northeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.160.8.0/24"]
      }
      subnets = [
        {
          name = "app"
          properties = {
            addressPrefix = "10.160.8.0/26"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.160.8.64/26"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "storefront" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "storefront"
  location  = "francecentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.161.0.0/22"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.161.0.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "warehouse" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "warehouse"
  location  = "northeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.160.4.0/22"]
      }
      subnets = [
        {
          name = "scanners"
          properties = {
            addressPrefix = "10.160.4.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "hubToArchive" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-archive"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.archive.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.archive.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "archiveToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.archive.id
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

  locks = [azapi_resource.archive.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToPayroll" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-payroll"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.payroll.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.payroll.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "payrollToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.payroll.id
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

  locks = [azapi_resource.payroll.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToStorefront" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-storefront"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.storefront.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.storefront.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "storefrontToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.storefront.id
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

  locks = [azapi_resource.storefront.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToWarehouse" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-warehouse"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.warehouse.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.warehouse.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "warehouseToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.warehouse.id
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

  locks = [azapi_resource.warehouse.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

# across-subscriptions: written by Isthmus. Change the intent and write it again; changes made here are lost.
# Resource groups are not created; these must exist: rg-connectivity (subscription 11111111-aaaa-4bbb-8ccc-000000000001), rg-portal-network (subscription 22222222-aaaa-4bbb-8ccc-000000000002), rg-portal-network (subscription 33333333-aaaa-4bbb-8ccc-000000000003), rg-tools.
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
  rgConnectivity   = "/subscriptions/11111111-aaaa-4bbb-8ccc-000000000001/resourceGroups/rg-connectivity"
  rgPortalNetwork  = "/subscriptions/22222222-aaaa-4bbb-8ccc-000000000002/resourceGroups/rg-portal-network"
  rgPortalNetwork2 = "/subscriptions/33333333-aaaa-4bbb-8ccc-000000000003/resourceGroups/rg-portal-network"
  rgTools          = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-tools"
  resourceGroup    = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/${var.resource_group_name}"
}

resource "azapi_resource" "hub" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgConnectivity
  name      = "hub"
  location  = "germanywestcentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.32.0.0/22"]
      }
      subnets = [
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.32.0.64/27"
          }
        },
        {
          name = "AzureBastionSubnet"
          properties = {
            addressPrefix = "10.32.0.0/26"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "portalProduction" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgPortalNetwork
  name      = "portal-production"
  location  = "germanywestcentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.32.4.0/22"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.32.5.0/24"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.32.4.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "portalTest" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgPortalNetwork2
  name      = "portal-test"
  location  = "germanywestcentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.32.8.0/24"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.32.8.64/26"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.32.8.0/26"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "tools" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgTools
  name      = "tools"
  location  = "germanywestcentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.32.10.0/24"]
      }
      subnets = [
        {
          name = "agents"
          properties = {
            addressPrefix = "10.32.10.0/25"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "sandbox" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.resourceGroup
  name      = "sandbox"
  location  = "germanywestcentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.32.9.0/24"]
      }
    }
  }
}

resource "azapi_resource" "hubToPortalProduction" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-portal-production"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.portalProduction.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.portalProduction.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "portalProductionToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.portalProduction.id
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

  locks = [azapi_resource.portalProduction.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToPortalTest" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-portal-test"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.portalTest.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.portalTest.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "portalTestToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.portalTest.id
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

  locks = [azapi_resource.portalTest.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToTools" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-tools"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.tools.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.tools.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "toolsToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.tools.id
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

  locks = [azapi_resource.tools.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToSandbox" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-sandbox"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.sandbox.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.sandbox.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "sandboxToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.sandbox.id
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

  locks = [azapi_resource.sandbox.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "toolsToPortalProduction" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.tools.id
  name      = "to-portal-production"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.portalProduction.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.tools.id, azapi_resource.portalProduction.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "portalProductionToTools" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.portalProduction.id
  name      = "to-tools"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.tools.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.portalProduction.id, azapi_resource.tools.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "toolsToPortalTest" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.tools.id
  name      = "to-portal-test"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.portalTest.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.tools.id, azapi_resource.portalTest.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "portalTestToTools" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.portalTest.id
  name      = "to-tools"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.tools.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.portalTest.id, azapi_resource.tools.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

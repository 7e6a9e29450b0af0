# max: written by Isthmus. Change the intent and write it again; changes made here are lost.
# A ministry's networks, with everything said that can be said.
# Resource groups are not created; these must exist: rg-network (subscription 0f0e0d0c-0b0a-4a09-8807-060504030201), rg-partner (subscription 9f8e7d6c-5b4a-4392-8170-a1b2c3d4e5f6).
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

locals {
  rgNetwork = "/subscriptions/0f0e0d0c-0b0a-4a09-8807-060504030201/resourceGroups/rg-network"
  rgPartner = "/subscriptions/9f8e7d6c-5b4a-4392-8170-a1b2c3d4e5f6/resourceGroups/rg-partner"
}

resource "azapi_resource" "hub" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub"
  location  = "westeurope"
  tags = {
    owner      = "platform"
    costCentre = "4711"
    production = "true"
  }

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.16.0/22", "fd00:64:0:ff00::/56"]
      }
      subnets = [
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefixes = ["10.64.16.32/27", "fd00:64:0:ff02::/64"]
          }
        },
        {
          name = "AzureFirewallSubnet"
          properties = {
            addressPrefix = "10.64.16.64/26"
          }
        },
        {
          name = "dns"
          properties = {
            addressPrefixes = ["10.64.16.0/28", "fd00:64:0:ff03::/64"]
          }
        },
        {
          name = "management"
          properties = {
            addressPrefixes = ["10.64.17.0/25", "fd00:64:0:ff01::/64"]
          }
        },
        {
          name = "jump"
          properties = {
            addressPrefixes = ["10.64.16.16/28", "fd00:64:0:ff04::/64"]
          }
        },
        {
          name = "monitoring"
          properties = {
            addressPrefixes = ["10.64.16.128/27", "fd00:64:0:ff05::/64"]
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "permits" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "permits"
  location  = "westeurope"
  tags = {
    owner      = "platform"
    costCentre = "4712"
    production = "true"
  }

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.20.0/22", "fd00:64::/56"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefixes = ["10.64.21.0/24", "fd00:64:0:1::/64"]
          }
        },
        {
          name = "data"
          properties = {
            addressPrefixes = ["10.64.20.0/24", "fd00:64::/64"]
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "archive" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "archive"
  location  = "northeurope"
  tags = {
    owner      = "platform"
    costCentre = "4711"
    production = "true"
  }

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.68.0.0/24"]
      }
      subnets = [
        {
          name = "store"
          properties = {
            addressPrefix = "10.68.0.0/25"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "frozen" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "frozen"
  location  = "westeurope"
  tags = {
    owner      = "platform"
    costCentre = "4711"
    production = "true"
  }

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.24.0/26"]
      }
      subnets = [
        {
          name = "store"
          properties = {
            addressPrefix = "10.64.24.0/26"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "newest" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "newest"
  location  = "atlantisnorth"
  tags = {
    owner      = "platform"
    costCentre = "4711"
    production = "true"
  }

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.72.0.0/24"]
      }
    }
  }
}

resource "azapi_resource" "hubToPermits" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-permits"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.permits.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.permits.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "permitsToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.permits.id
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

  locks = [azapi_resource.permits.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
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

resource "azapi_resource" "vnetPartnerToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = "${local.rgPartner}/providers/Microsoft.Network/virtualNetworks/vnet-partner"
  name      = "to-hub"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hub.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = true
      allowGatewayTransit       = true
      useRemoteGateways         = false
    }
  }

  locks = [
    "${local.rgPartner}/providers/Microsoft.Network/virtualNetworks/vnet-partner",
    azapi_resource.hub.id,
  ]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToPartner" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-partner"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = "${local.rgPartner}/providers/Microsoft.Network/virtualNetworks/vnet-partner"
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = true
      allowGatewayTransit       = false
      useRemoteGateways         = true
    }
  }

  locks = [
    azapi_resource.hub.id,
    "${local.rgPartner}/providers/Microsoft.Network/virtualNetworks/vnet-partner",
  ]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }

  depends_on = [azapi_resource.vnetPartnerToHub]
}

resource "azapi_resource" "permitsToArchive" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.permits.id
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

  locks = [azapi_resource.permits.id, azapi_resource.archive.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "archiveToPermits" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.archive.id
  name      = "to-permits"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.permits.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.archive.id, azapi_resource.permits.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "permitsToFrozen" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.permits.id
  name      = "to-frozen"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.frozen.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.permits.id, azapi_resource.frozen.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "frozenToPermits" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.frozen.id
  name      = "to-permits"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.permits.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.frozen.id, azapi_resource.permits.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "archiveToFrozen" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.archive.id
  name      = "to-frozen"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.frozen.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.archive.id, azapi_resource.frozen.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "frozenToArchive" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.frozen.id
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

  locks = [azapi_resource.frozen.id, azapi_resource.archive.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToNewest" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-newest"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.newest.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.newest.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "newestToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.newest.id
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

  locks = [azapi_resource.newest.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

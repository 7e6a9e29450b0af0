# dual-stack: written by Isthmus. Change the intent and write it again; changes made here are lost.
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
  location  = "swedencentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.96.8.0/23", "fd5a:9c1e:77:100::/56"]
      }
      subnets = [
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefixes = ["10.96.8.0/27", "fd5a:9c1e:77:100::/64"]
          }
        },
        {
          name = "resolvers"
          properties = {
            addressPrefixes = ["10.96.8.32/28", "fd5a:9c1e:77:101::/64"]
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "devices" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "devices"
  location  = "swedencentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.96.0.0/21", "fd5a:9c1e:77::/56"]
      }
      subnets = [
        {
          name = "gateways"
          properties = {
            addressPrefixes = ["10.96.0.0/22", "fd5a:9c1e:77:1::/64"]
          }
        },
        {
          name = "brokers"
          properties = {
            addressPrefixes = ["10.96.4.0/26", "fd5a:9c1e:77::/64"]
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "telemetry" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "telemetry"
  location  = "swedencentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.96.10.0/23", "fd5a:9c1e:77:200::/56"]
      }
      subnets = [
        {
          name = "ingest"
          properties = {
            addressPrefixes = ["10.96.10.0/25", "fd5a:9c1e:77:200::/64"]
          }
        },
        {
          name = "store"
          properties = {
            addressPrefixes = ["10.96.10.128/25", "fd5a:9c1e:77:201::/64"]
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "legacy" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "legacy"
  location  = "swedencentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.96.128.0/24"]
      }
      subnets = [
        {
          name = "servers"
          properties = {
            addressPrefix = "10.96.128.0/25"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "hubToDevices" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-devices"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.devices.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.devices.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "devicesToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.devices.id
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

  locks = [azapi_resource.devices.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToTelemetry" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-telemetry"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.telemetry.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.telemetry.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "telemetryToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.telemetry.id
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

  locks = [azapi_resource.telemetry.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToLegacy" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-legacy"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.legacy.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.legacy.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "legacyToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.legacy.id
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

  locks = [azapi_resource.legacy.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "devicesToTelemetry" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.devices.id
  name      = "to-telemetry"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.telemetry.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.devices.id, azapi_resource.telemetry.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "telemetryToDevices" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.telemetry.id
  name      = "to-devices"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.devices.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.telemetry.id, azapi_resource.devices.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

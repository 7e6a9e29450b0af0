# mesh: written by Isthmus. Change the intent and write it again; changes made here are lost.
# Resource groups are not created; these must exist: rg-factories.
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
  rgFactories = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-factories"
}

resource "azapi_resource" "factoryLyon" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgFactories
  name      = "factory-lyon"
  location  = "francecentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["172.20.0.0/22"]
      }
      subnets = [
        {
          name = "machines"
          properties = {
            addressPrefix = "172.20.0.0/24"
          }
        },
        {
          name = "historian"
          properties = {
            addressPrefix = "172.20.1.0/26"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "factoryNantes" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgFactories
  name      = "factory-nantes"
  location  = "francecentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["172.20.4.0/23"]
      }
      subnets = [
        {
          name = "machines"
          properties = {
            addressPrefix = "172.20.4.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "factoryTurin" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgFactories
  name      = "factory-turin"
  location  = "italynorth"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["172.20.32.0/22"]
      }
      subnets = [
        {
          name = "machines"
          properties = {
            addressPrefix = "172.20.32.0/23"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "factoryZaragoza" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgFactories
  name      = "factory-zaragoza"
  location  = "spaincentral"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["172.20.64.0/23"]
      }
      subnets = [
        {
          name = "machines"
          properties = {
            addressPrefix = "172.20.64.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "factoryLyonToFactoryNantes" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.factoryLyon.id
  name      = "to-factory-nantes"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.factoryNantes.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.factoryLyon.id, azapi_resource.factoryNantes.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "factoryNantesToFactoryLyon" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.factoryNantes.id
  name      = "to-factory-lyon"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.factoryLyon.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.factoryNantes.id, azapi_resource.factoryLyon.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "factoryTurinToFactoryLyon" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.factoryTurin.id
  name      = "to-factory-lyon"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.factoryLyon.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.factoryTurin.id, azapi_resource.factoryLyon.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "factoryLyonToFactoryTurin" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.factoryLyon.id
  name      = "to-factory-turin"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.factoryTurin.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.factoryLyon.id, azapi_resource.factoryTurin.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "factoryLyonToFactoryZaragoza" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.factoryLyon.id
  name      = "to-factory-zaragoza"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.factoryZaragoza.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.factoryLyon.id, azapi_resource.factoryZaragoza.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "factoryZaragozaToFactoryLyon" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.factoryZaragoza.id
  name      = "to-factory-lyon"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.factoryLyon.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.factoryZaragoza.id, azapi_resource.factoryLyon.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "factoryNantesToFactoryTurin" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.factoryNantes.id
  name      = "to-factory-turin"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.factoryTurin.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.factoryNantes.id, azapi_resource.factoryTurin.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "factoryTurinToFactoryNantes" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.factoryTurin.id
  name      = "to-factory-nantes"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.factoryNantes.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.factoryTurin.id, azapi_resource.factoryNantes.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "factoryNantesToFactoryZaragoza" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.factoryNantes.id
  name      = "to-factory-zaragoza"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.factoryZaragoza.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.factoryNantes.id, azapi_resource.factoryZaragoza.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "factoryZaragozaToFactoryNantes" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.factoryZaragoza.id
  name      = "to-factory-nantes"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.factoryNantes.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.factoryZaragoza.id, azapi_resource.factoryNantes.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "factoryTurinToFactoryZaragoza" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.factoryTurin.id
  name      = "to-factory-zaragoza"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.factoryZaragoza.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.factoryTurin.id, azapi_resource.factoryZaragoza.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "factoryZaragozaToFactoryTurin" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.factoryZaragoza.id
  name      = "to-factory-turin"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.factoryTurin.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.factoryZaragoza.id, azapi_resource.factoryTurin.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

# two-circuits: written by Isthmus. Change the intent and write it again; changes made here are lost.
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

variable "circuitProvisioned" {
  type        = bool
  description = "Azure takes a peering only once the provider has set the circuit to Provisioned."
  default     = false
}

variable "branchesCircuitAzurePrivatePeeringPeerASN" {
  type        = number
  description = "the AS number of the customer's routers of the private peering of branches-circuit, as agreed with the provider"
  default     = 0
}

variable "branchesCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the first link of the private peering of branches-circuit, as agreed with the provider"
  default     = ""
}

variable "branchesCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the second link of the private peering of branches-circuit, as agreed with the provider"
  default     = ""
}

variable "branchesCircuitAzurePrivatePeeringVlanId" {
  type        = number
  description = "the VLAN of the private peering of branches-circuit, as agreed with the provider"
  default     = 0
}

variable "branchesCircuit2AzurePrivatePeeringPeerASN" {
  type        = number
  description = "the AS number of the customer's routers of the private peering of branches-circuit-2, as agreed with the provider"
  default     = 0
}

variable "branchesCircuit2AzurePrivatePeeringPrimaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the first link of the private peering of branches-circuit-2, as agreed with the provider"
  default     = ""
}

variable "branchesCircuit2AzurePrivatePeeringSecondaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the second link of the private peering of branches-circuit-2, as agreed with the provider"
  default     = ""
}

variable "branchesCircuit2AzurePrivatePeeringVlanId" {
  type        = number
  description = "the VLAN of the private peering of branches-circuit-2, as agreed with the provider"
  default     = 0
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

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.0.0/22"]
      }
      subnets = [
        {
          name = "shared"
          properties = {
            addressPrefix = "10.64.0.0/24"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.1.0/27"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "payments" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "payments"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.4.0/22"]
      }
      subnets = [
        {
          name = "app"
          properties = {
            addressPrefix = "10.64.4.0/24"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.64.5.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "hubExpressroute" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-expressroute"
  location  = "westeurope"

  body = {
    properties = {
      gatewayType = "ExpressRoute"
      sku = {
        name = "ErGw1AZ"
        tier = "ErGw1AZ"
      }
      ipConfigurations = [
        {
          name = "default"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            subnet = {
              id = "${azapi_resource.hub.id}/subnets/GatewaySubnet"
            }
          }
        },
      ]
    }
  }

  timeouts {
    create = "90m"
    update = "90m"
    delete = "90m"
  }
}

resource "azapi_resource" "branchesCircuit" {
  type      = "Microsoft.Network/expressRouteCircuits@2024-05-01"
  parent_id = local.rgNetwork
  name      = "branches-circuit"
  location  = "westeurope"

  body = {
    sku = {
      name   = "Standard_MeteredData"
      tier   = "Standard"
      family = "MeteredData"
    }
    properties = {
      serviceProviderProperties = {
        serviceProviderName = "Equinix"
        peeringLocation     = "Amsterdam"
        bandwidthInMbps     = 1000
      }
    }
  }
}

resource "azapi_resource" "branchesCircuit2" {
  type      = "Microsoft.Network/expressRouteCircuits@2024-05-01"
  parent_id = local.rgNetwork
  name      = "branches-circuit-2"
  location  = "westeurope"

  body = {
    sku = {
      name   = "Standard_MeteredData"
      tier   = "Standard"
      family = "MeteredData"
    }
    properties = {
      serviceProviderProperties = {
        serviceProviderName = "Colt"
        peeringLocation     = "London"
        bandwidthInMbps     = 1000
      }
    }
  }
}

resource "azapi_resource" "branchesCircuitAzurePrivatePeering" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/expressRouteCircuits/peerings@2024-05-01"
  parent_id = azapi_resource.branchesCircuit.id
  name      = "AzurePrivatePeering"

  body = {
    properties = {
      peeringType                = "AzurePrivatePeering"
      peerASN                    = var.branchesCircuitAzurePrivatePeeringPeerASN
      primaryPeerAddressPrefix   = var.branchesCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix
      secondaryPeerAddressPrefix = var.branchesCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix
      vlanId                     = var.branchesCircuitAzurePrivatePeeringVlanId
    }
  }
}

resource "azapi_resource" "hubToBranchesCircuit" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-branches-circuit"
  location  = "westeurope"

  body = {
    properties = {
      connectionType = "ExpressRoute"
      virtualNetworkGateway1 = {
        id = azapi_resource.hubExpressroute.id
      }
      peer = {
        id = azapi_resource.branchesCircuit.id
      }
    }
  }

  depends_on = [azapi_resource.branchesCircuitAzurePrivatePeering]
}

resource "azapi_resource" "branchesCircuit2AzurePrivatePeering" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/expressRouteCircuits/peerings@2024-05-01"
  parent_id = azapi_resource.branchesCircuit2.id
  name      = "AzurePrivatePeering"

  body = {
    properties = {
      peeringType                = "AzurePrivatePeering"
      peerASN                    = var.branchesCircuit2AzurePrivatePeeringPeerASN
      primaryPeerAddressPrefix   = var.branchesCircuit2AzurePrivatePeeringPrimaryPeerAddressPrefix
      secondaryPeerAddressPrefix = var.branchesCircuit2AzurePrivatePeeringSecondaryPeerAddressPrefix
      vlanId                     = var.branchesCircuit2AzurePrivatePeeringVlanId
    }
  }
}

resource "azapi_resource" "hubToBranchesCircuit2" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-branches-circuit-2"
  location  = "westeurope"

  body = {
    properties = {
      connectionType = "ExpressRoute"
      virtualNetworkGateway1 = {
        id = azapi_resource.hubExpressroute.id
      }
      peer = {
        id = azapi_resource.branchesCircuit2.id
      }
    }
  }

  depends_on = [azapi_resource.branchesCircuit2AzurePrivatePeering]
}

resource "azapi_resource" "hubToPayments" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-payments"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.payments.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = true
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.payments.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "paymentsToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.payments.id
  name      = "to-hub"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hub.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = true
    }
  }

  locks = [azapi_resource.payments.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }

  depends_on = [azapi_resource.hubToPayments, azapi_resource.hubExpressroute]
}

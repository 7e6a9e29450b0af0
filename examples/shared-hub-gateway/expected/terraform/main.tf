# shared-hub-gateway: written by Isthmus. Change the intent and write it again; changes made here are lost.
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

variable "hubToHeadOfficeConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of hub-to-head-office, the same as on the device 198.51.100.10"
  sensitive   = true
  ephemeral   = true
}

variable "hubToHeadOffice2ConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of hub-to-head-office-2, the same as on the device 203.0.113.10"
  sensitive   = true
  ephemeral   = true
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
        addressPrefixes = ["10.64.6.0/23"]
      }
      subnets = [
        {
          name = "shared"
          properties = {
            addressPrefix = "10.64.6.0/25"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.6.128/27"
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

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.0.0/22"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.64.1.0/24"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.64.0.0/24"
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

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.4.0/23"]
      }
      subnets = [
        {
          name = "app"
          properties = {
            addressPrefix = "10.64.4.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "reports" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "reports"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.8.0/23"]
      }
      subnets = [
        {
          name = "app"
          properties = {
            addressPrefix = "10.64.8.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "hubVpnIp1" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-vpn-ip-1"
  location  = "westeurope"

  body = {
    sku = {
      name = "Standard"
      tier = "Regional"
    }
    zones = ["1", "2", "3"]
    properties = {
      publicIPAllocationMethod = "Static"
      publicIPAddressVersion   = "IPv4"
    }
  }
}

resource "azapi_resource" "hubVpnIp2" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-vpn-ip-2"
  location  = "westeurope"

  body = {
    sku = {
      name = "Standard"
      tier = "Regional"
    }
    zones = ["1", "2", "3"]
    properties = {
      publicIPAllocationMethod = "Static"
      publicIPAddressVersion   = "IPv4"
    }
  }
}

resource "azapi_resource" "hubVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-vpn"
  location  = "westeurope"

  body = {
    properties = {
      gatewayType          = "Vpn"
      vpnType              = "RouteBased"
      vpnGatewayGeneration = "Generation2"
      sku = {
        name = "VpnGw2AZ"
        tier = "VpnGw2AZ"
      }
      activeActive = true
      enableBgp    = true
      bgpSettings = {
        asn = 65515
      }
      ipConfigurations = [
        {
          name = "ip-1"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.hubVpnIp1.id
            }
            subnet = {
              id = "${azapi_resource.hub.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-2"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.hubVpnIp2.id
            }
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

resource "azapi_resource" "hubToHeadOffice" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-head-office"
  location  = "westeurope"

  body = {
    properties = {
      gatewayIpAddress = "198.51.100.10"
      localNetworkAddressSpace = {
        addressPrefixes = []
      }
      bgpSettings = {
        asn               = 65010
        bgpPeeringAddress = "192.168.0.1"
      }
    }
  }
}

resource "azapi_resource" "hubToHeadOfficeConnection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-head-office"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.hubVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.hubToHeadOffice.id
        properties = {}
      }
      connectionType     = "IPsec"
      connectionProtocol = "IKEv2"
      enableBgp          = true
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.hubToHeadOfficeConnectionSharedKey
    }
  }
}

resource "azapi_resource" "hubToHeadOffice2" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-head-office-2"
  location  = "westeurope"

  body = {
    properties = {
      gatewayIpAddress = "203.0.113.10"
      localNetworkAddressSpace = {
        addressPrefixes = []
      }
      bgpSettings = {
        asn               = 65010
        bgpPeeringAddress = "192.168.0.2"
      }
    }
  }
}

resource "azapi_resource" "hubToHeadOffice2Connection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-to-head-office-2"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.hubVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.hubToHeadOffice2.id
        properties = {}
      }
      connectionType     = "IPsec"
      connectionProtocol = "IKEv2"
      enableBgp          = true
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.hubToHeadOffice2ConnectionSharedKey
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
      allowGatewayTransit       = true
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
      useRemoteGateways         = true
    }
  }

  locks = [azapi_resource.orders.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }

  depends_on = [azapi_resource.hubToOrders, azapi_resource.hubVpn]
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
      allowGatewayTransit       = true
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
      useRemoteGateways         = true
    }
  }

  locks = [azapi_resource.billing.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }

  depends_on = [azapi_resource.hubToBilling, azapi_resource.hubVpn]
}

resource "azapi_resource" "hubToReports" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-reports"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.reports.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = true
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.reports.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "reportsToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.reports.id
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

  locks = [azapi_resource.reports.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }

  depends_on = [azapi_resource.hubToReports, azapi_resource.hubVpn]
}

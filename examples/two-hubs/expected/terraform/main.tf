# two-hubs: written by Isthmus. Change the intent and write it again; changes made here are lost.
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

variable "hubWestToHeadOfficeConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of hub-west-to-head-office, the same as on the device 198.51.100.10"
  sensitive   = true
  ephemeral   = true
}

variable "hubWestToHeadOffice2ConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of hub-west-to-head-office-2, the same as on the device 203.0.113.10"
  sensitive   = true
  ephemeral   = true
}

variable "hubNorthToHeadOfficeConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of hub-north-to-head-office, the same as on the device 198.51.100.10"
  sensitive   = true
  ephemeral   = true
}

variable "hubNorthToHeadOffice2ConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of hub-north-to-head-office-2, the same as on the device 203.0.113.10"
  sensitive   = true
  ephemeral   = true
}

data "azapi_client_config" "current" {}

locals {
  rgNetwork = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-network"
}

resource "azapi_resource" "hubWest" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-west"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.0.0/23"]
      }
      subnets = [
        {
          name = "shared"
          properties = {
            addressPrefix = "10.64.0.0/25"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.0.128/27"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "hubNorth" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-north"
  location  = "northeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.65.0.0/23"]
      }
      subnets = [
        {
          name = "shared"
          properties = {
            addressPrefix = "10.65.0.0/25"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.65.0.128/27"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "ordersWest" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "orders-west"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.2.0/23"]
      }
      subnets = [
        {
          name = "app"
          properties = {
            addressPrefix = "10.64.2.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "ordersNorth" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgNetwork
  name      = "orders-north"
  location  = "northeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.65.2.0/23"]
      }
      subnets = [
        {
          name = "app"
          properties = {
            addressPrefix = "10.65.2.0/24"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "hubWestVpnIp1" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-west-vpn-ip-1"
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

resource "azapi_resource" "hubWestVpnIp2" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-west-vpn-ip-2"
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

resource "azapi_resource" "hubWestVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-west-vpn"
  location  = "westeurope"

  body = {
    properties = {
      gatewayType          = "Vpn"
      vpnType              = "RouteBased"
      vpnGatewayGeneration = "Generation1"
      sku = {
        name = "VpnGw1AZ"
        tier = "VpnGw1AZ"
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
              id = azapi_resource.hubWestVpnIp1.id
            }
            subnet = {
              id = "${azapi_resource.hubWest.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-2"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.hubWestVpnIp2.id
            }
            subnet = {
              id = "${azapi_resource.hubWest.id}/subnets/GatewaySubnet"
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

resource "azapi_resource" "hubNorthVpnIp1" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-north-vpn-ip-1"
  location  = "northeurope"

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

resource "azapi_resource" "hubNorthVpnIp2" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-north-vpn-ip-2"
  location  = "northeurope"

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

resource "azapi_resource" "hubNorthVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-north-vpn"
  location  = "northeurope"

  body = {
    properties = {
      gatewayType          = "Vpn"
      vpnType              = "RouteBased"
      vpnGatewayGeneration = "Generation1"
      sku = {
        name = "VpnGw1AZ"
        tier = "VpnGw1AZ"
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
              id = azapi_resource.hubNorthVpnIp1.id
            }
            subnet = {
              id = "${azapi_resource.hubNorth.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-2"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.hubNorthVpnIp2.id
            }
            subnet = {
              id = "${azapi_resource.hubNorth.id}/subnets/GatewaySubnet"
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

resource "azapi_resource" "hubWestToHeadOffice" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-west-to-head-office"
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

resource "azapi_resource" "hubWestToHeadOfficeConnection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-west-to-head-office"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.hubWestVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.hubWestToHeadOffice.id
        properties = {}
      }
      connectionType     = "IPsec"
      connectionProtocol = "IKEv2"
      enableBgp          = true
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.hubWestToHeadOfficeConnectionSharedKey
    }
  }
}

resource "azapi_resource" "hubWestToHeadOffice2" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-west-to-head-office-2"
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

resource "azapi_resource" "hubWestToHeadOffice2Connection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-west-to-head-office-2"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.hubWestVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.hubWestToHeadOffice2.id
        properties = {}
      }
      connectionType     = "IPsec"
      connectionProtocol = "IKEv2"
      enableBgp          = true
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.hubWestToHeadOffice2ConnectionSharedKey
    }
  }
}

resource "azapi_resource" "hubNorthToHeadOffice" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-north-to-head-office"
  location  = "northeurope"

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

resource "azapi_resource" "hubNorthToHeadOfficeConnection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-north-to-head-office"
  location  = "northeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.hubNorthVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.hubNorthToHeadOffice.id
        properties = {}
      }
      connectionType     = "IPsec"
      connectionProtocol = "IKEv2"
      enableBgp          = true
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.hubNorthToHeadOfficeConnectionSharedKey
    }
  }
}

resource "azapi_resource" "hubNorthToHeadOffice2" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-north-to-head-office-2"
  location  = "northeurope"

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

resource "azapi_resource" "hubNorthToHeadOffice2Connection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgNetwork
  name      = "hub-north-to-head-office-2"
  location  = "northeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.hubNorthVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.hubNorthToHeadOffice2.id
        properties = {}
      }
      connectionType     = "IPsec"
      connectionProtocol = "IKEv2"
      enableBgp          = true
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.hubNorthToHeadOffice2ConnectionSharedKey
    }
  }
}

resource "azapi_resource" "hubWestToOrdersWest" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hubWest.id
  name      = "to-orders-west"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.ordersWest.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = true
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hubWest.id, azapi_resource.ordersWest.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "ordersWestToHubWest" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.ordersWest.id
  name      = "to-hub-west"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hubWest.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = true
    }
  }

  locks = [azapi_resource.ordersWest.id, azapi_resource.hubWest.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }

  depends_on = [azapi_resource.hubWestToOrdersWest, azapi_resource.hubWestVpn]
}

resource "azapi_resource" "hubWestToHubNorth" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hubWest.id
  name      = "to-hub-north"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hubNorth.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hubWest.id, azapi_resource.hubNorth.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubNorthToHubWest" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hubNorth.id
  name      = "to-hub-west"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hubWest.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hubNorth.id, azapi_resource.hubWest.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubNorthToOrdersNorth" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hubNorth.id
  name      = "to-orders-north"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.ordersNorth.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = true
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hubNorth.id, azapi_resource.ordersNorth.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "ordersNorthToHubNorth" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.ordersNorth.id
  name      = "to-hub-north"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.hubNorth.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = true
    }
  }

  locks = [azapi_resource.ordersNorth.id, azapi_resource.hubNorth.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }

  depends_on = [azapi_resource.hubNorthToOrdersNorth, azapi_resource.hubNorthVpn]
}

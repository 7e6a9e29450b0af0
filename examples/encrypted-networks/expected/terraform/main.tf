# encrypted-networks: written by Isthmus. Change the intent and write it again; changes made here are lost.
# Resource groups are not created; these must exist: rg-health.
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

variable "recordsToArchiveSharedKey" {
  type        = string
  description = "the pre-shared key between records and archive"
  sensitive   = true
  ephemeral   = true
}

data "azapi_client_config" "current" {}

locals {
  rgHealth = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-health"
}

resource "azapi_resource" "records" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgHealth
  name      = "records"
  location  = "switzerlandnorth"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.64.0/23"]
      }
      subnets = [
        {
          name = "app"
          properties = {
            addressPrefix = "10.64.64.0/25"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.64.64.128/25"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.65.0/27"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "archive" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgHealth
  name      = "archive"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.0.0/23"]
      }
      subnets = [
        {
          name = "data"
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

resource "azapi_resource" "portal" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgHealth
  name      = "portal"
  location  = "switzerlandnorth"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.66.0/24"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.64.66.0/26"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "recordsVpnIp1" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-vpn-ip-1"
  location  = "switzerlandnorth"

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

resource "azapi_resource" "recordsVpnIp2" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-vpn-ip-2"
  location  = "switzerlandnorth"

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

resource "azapi_resource" "recordsVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-vpn"
  location  = "switzerlandnorth"

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
      enableBgp    = false
      ipConfigurations = [
        {
          name = "ip-1"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.recordsVpnIp1.id
            }
            subnet = {
              id = "${azapi_resource.records.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-2"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.recordsVpnIp2.id
            }
            subnet = {
              id = "${azapi_resource.records.id}/subnets/GatewaySubnet"
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

resource "azapi_resource" "archiveVpnIp1" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgHealth
  name      = "archive-vpn-ip-1"
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

resource "azapi_resource" "archiveVpnIp2" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.rgHealth
  name      = "archive-vpn-ip-2"
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

resource "azapi_resource" "archiveVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.rgHealth
  name      = "archive-vpn"
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
      enableBgp    = false
      ipConfigurations = [
        {
          name = "ip-1"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.archiveVpnIp1.id
            }
            subnet = {
              id = "${azapi_resource.archive.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-2"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.archiveVpnIp2.id
            }
            subnet = {
              id = "${azapi_resource.archive.id}/subnets/GatewaySubnet"
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

resource "azapi_resource" "recordsToArchive" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgHealth
  name      = "records-to-archive"
  location  = "switzerlandnorth"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.recordsVpn.id
        properties = {}
      }
      virtualNetworkGateway2 = {
        id         = azapi_resource.archiveVpn.id
        properties = {}
      }
      connectionType     = "Vnet2Vnet"
      connectionProtocol = "IKEv2"
      enableBgp          = false
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.recordsToArchiveSharedKey
    }
  }
}

resource "azapi_resource" "archiveToRecords" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.rgHealth
  name      = "archive-to-records"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.archiveVpn.id
        properties = {}
      }
      virtualNetworkGateway2 = {
        id         = azapi_resource.recordsVpn.id
        properties = {}
      }
      connectionType     = "Vnet2Vnet"
      connectionProtocol = "IKEv2"
      enableBgp          = false
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.recordsToArchiveSharedKey
    }
  }
}

resource "azapi_resource" "recordsToPortal" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.records.id
  name      = "to-portal"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.portal.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.records.id, azapi_resource.portal.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "portalToRecords" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.portal.id
  name      = "to-records"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.records.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.portal.id, azapi_resource.records.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

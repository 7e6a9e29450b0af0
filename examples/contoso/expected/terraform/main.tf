# contoso: written by Isthmus. Change the intent and write it again; changes made here are lost.
# The resource group must exist.
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

variable "ordersVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData" {
  type        = string
  description = "The root certificate that signs those of the users: its public part, base64-encoded on one line, without the BEGIN and END lines."
  sensitive   = true
  ephemeral   = true
}

variable "ordersToAnalyticsSharedKey" {
  type        = string
  description = "the pre-shared key between orders and analytics"
  sensitive   = true
  ephemeral   = true
}

variable "circuitProvisioned" {
  type        = bool
  description = "Azure takes a peering only once the provider has set the circuit to Provisioned."
  default     = false
}

variable "amsterdamCircuitAzurePrivatePeeringPeerASN" {
  type        = number
  description = "the AS number of the customer's routers of the private peering of amsterdam-circuit, as agreed with the provider"
  default     = 0
}

variable "amsterdamCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the first link of the private peering of amsterdam-circuit, as agreed with the provider"
  default     = ""
}

variable "amsterdamCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the second link of the private peering of amsterdam-circuit, as agreed with the provider"
  default     = ""
}

variable "amsterdamCircuitAzurePrivatePeeringVlanId" {
  type        = number
  description = "the VLAN of the private peering of amsterdam-circuit, as agreed with the provider"
  default     = 0
}

variable "amsterdamCircuit2AzurePrivatePeeringPeerASN" {
  type        = number
  description = "the AS number of the customer's routers of the private peering of amsterdam-circuit-2, as agreed with the provider"
  default     = 0
}

variable "amsterdamCircuit2AzurePrivatePeeringPrimaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the first link of the private peering of amsterdam-circuit-2, as agreed with the provider"
  default     = ""
}

variable "amsterdamCircuit2AzurePrivatePeeringSecondaryPeerAddressPrefix" {
  type        = string
  description = "the /30 of the second link of the private peering of amsterdam-circuit-2, as agreed with the provider"
  default     = ""
}

variable "amsterdamCircuit2AzurePrivatePeeringVlanId" {
  type        = number
  description = "the VLAN of the private peering of amsterdam-circuit-2, as agreed with the provider"
  default     = 0
}

variable "ordersToAmsterdamConnectionSharedKey" {
  type        = string
  description = "the pre-shared key of orders-to-amsterdam, the same as on the device 198.51.100.10"
  sensitive   = true
  ephemeral   = true
}

variable "resource_group_name" {
  type        = string
  description = "The resource group that everything goes to; it must exist."
}

data "azapi_client_config" "current" {}

locals {
  resourceGroup = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/${var.resource_group_name}"
}

resource "azapi_resource" "hub" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.resourceGroup
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

resource "azapi_resource" "orders" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.resourceGroup
  name      = "orders"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.4.0/22"]
      }
      subnets = [
        {
          name = "web"
          properties = {
            addressPrefix = "10.64.5.0/24"
          }
        },
        {
          name = "data"
          properties = {
            addressPrefix = "10.64.4.0/24"
          }
        },
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.64.6.0/27"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "analytics" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.resourceGroup
  name      = "analytics"
  location  = "eastus2"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.68.0.0/22"]
      }
      subnets = [
        {
          name = "GatewaySubnet"
          properties = {
            addressPrefix = "10.68.0.0/27"
          }
        },
      ]
    }
  }
}

resource "azapi_resource" "ordersVpnIp1" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.resourceGroup
  name      = "orders-vpn-ip-1"
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

resource "azapi_resource" "ordersVpnIp2" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.resourceGroup
  name      = "orders-vpn-ip-2"
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

resource "azapi_resource" "ordersVpnIp3" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.resourceGroup
  name      = "orders-vpn-ip-3"
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

resource "azapi_resource" "ordersVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.resourceGroup
  name      = "orders-vpn"
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
              id = azapi_resource.ordersVpnIp1.id
            }
            subnet = {
              id = "${azapi_resource.orders.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-2"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.ordersVpnIp2.id
            }
            subnet = {
              id = "${azapi_resource.orders.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-3"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.ordersVpnIp3.id
            }
            subnet = {
              id = "${azapi_resource.orders.id}/subnets/GatewaySubnet"
            }
          }
        },
      ]
      vpnClientConfiguration = {
        vpnClientAddressPool = {
          addressPrefixes = ["10.64.8.0/24"]
        }
        vpnClientProtocols     = ["OpenVPN", "IkeV2"]
        vpnAuthenticationTypes = ["Certificate"]
      }
    }
  }
  sensitive_body = {
    properties = {
      vpnClientConfiguration = {
        vpnClientRootCertificates = [
          {
            name = "orders-vpn-root"
            properties = {
              publicCertData = var.ordersVpnVpnClientConfigurationVpnClientRootCertificates0PropertiesPublicCertData
            }
          },
        ]
      }
    }
  }

  timeouts {
    create = "90m"
    update = "90m"
    delete = "90m"
  }
}

resource "azapi_resource" "analyticsVpnIp1" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.resourceGroup
  name      = "analytics-vpn-ip-1"
  location  = "eastus2"

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

resource "azapi_resource" "analyticsVpnIp2" {
  type      = "Microsoft.Network/publicIPAddresses@2024-05-01"
  parent_id = local.resourceGroup
  name      = "analytics-vpn-ip-2"
  location  = "eastus2"

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

resource "azapi_resource" "analyticsVpn" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.resourceGroup
  name      = "analytics-vpn"
  location  = "eastus2"

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
              id = azapi_resource.analyticsVpnIp1.id
            }
            subnet = {
              id = "${azapi_resource.analytics.id}/subnets/GatewaySubnet"
            }
          }
        },
        {
          name = "ip-2"
          properties = {
            privateIPAllocationMethod = "Dynamic"
            publicIPAddress = {
              id = azapi_resource.analyticsVpnIp2.id
            }
            subnet = {
              id = "${azapi_resource.analytics.id}/subnets/GatewaySubnet"
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

resource "azapi_resource" "hubExpressroute" {
  type      = "Microsoft.Network/virtualNetworkGateways@2024-05-01"
  parent_id = local.resourceGroup
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

resource "azapi_resource" "amsterdamCircuit" {
  type      = "Microsoft.Network/expressRouteCircuits@2024-05-01"
  parent_id = local.resourceGroup
  name      = "amsterdam-circuit"
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

resource "azapi_resource" "amsterdamCircuit2" {
  type      = "Microsoft.Network/expressRouteCircuits@2024-05-01"
  parent_id = local.resourceGroup
  name      = "amsterdam-circuit-2"
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
        peeringLocation     = "London"
        bandwidthInMbps     = 1000
      }
    }
  }
}

resource "azapi_resource" "ordersToAnalytics" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.resourceGroup
  name      = "orders-to-analytics"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.ordersVpn.id
        properties = {}
      }
      virtualNetworkGateway2 = {
        id         = azapi_resource.analyticsVpn.id
        properties = {}
      }
      connectionType     = "Vnet2Vnet"
      connectionProtocol = "IKEv2"
      enableBgp          = false
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.ordersToAnalyticsSharedKey
    }
  }
}

resource "azapi_resource" "analyticsToOrders" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.resourceGroup
  name      = "analytics-to-orders"
  location  = "eastus2"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.analyticsVpn.id
        properties = {}
      }
      virtualNetworkGateway2 = {
        id         = azapi_resource.ordersVpn.id
        properties = {}
      }
      connectionType     = "Vnet2Vnet"
      connectionProtocol = "IKEv2"
      enableBgp          = false
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.ordersToAnalyticsSharedKey
    }
  }
}

resource "azapi_resource" "amsterdamCircuitAzurePrivatePeering" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/expressRouteCircuits/peerings@2024-05-01"
  parent_id = azapi_resource.amsterdamCircuit.id
  name      = "AzurePrivatePeering"

  body = {
    properties = {
      peeringType                = "AzurePrivatePeering"
      peerASN                    = var.amsterdamCircuitAzurePrivatePeeringPeerASN
      primaryPeerAddressPrefix   = var.amsterdamCircuitAzurePrivatePeeringPrimaryPeerAddressPrefix
      secondaryPeerAddressPrefix = var.amsterdamCircuitAzurePrivatePeeringSecondaryPeerAddressPrefix
      vlanId                     = var.amsterdamCircuitAzurePrivatePeeringVlanId
    }
  }
}

resource "azapi_resource" "hubToAmsterdamCircuit" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.resourceGroup
  name      = "hub-to-amsterdam-circuit"
  location  = "westeurope"

  body = {
    properties = {
      connectionType = "ExpressRoute"
      virtualNetworkGateway1 = {
        id = azapi_resource.hubExpressroute.id
      }
      peer = {
        id = azapi_resource.amsterdamCircuit.id
      }
    }
  }

  depends_on = [azapi_resource.amsterdamCircuitAzurePrivatePeering]
}

resource "azapi_resource" "amsterdamCircuit2AzurePrivatePeering" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/expressRouteCircuits/peerings@2024-05-01"
  parent_id = azapi_resource.amsterdamCircuit2.id
  name      = "AzurePrivatePeering"

  body = {
    properties = {
      peeringType                = "AzurePrivatePeering"
      peerASN                    = var.amsterdamCircuit2AzurePrivatePeeringPeerASN
      primaryPeerAddressPrefix   = var.amsterdamCircuit2AzurePrivatePeeringPrimaryPeerAddressPrefix
      secondaryPeerAddressPrefix = var.amsterdamCircuit2AzurePrivatePeeringSecondaryPeerAddressPrefix
      vlanId                     = var.amsterdamCircuit2AzurePrivatePeeringVlanId
    }
  }
}

resource "azapi_resource" "hubToAmsterdamCircuit2" {
  count = var.circuitProvisioned ? 1 : 0

  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.resourceGroup
  name      = "hub-to-amsterdam-circuit-2"
  location  = "westeurope"

  body = {
    properties = {
      connectionType = "ExpressRoute"
      virtualNetworkGateway1 = {
        id = azapi_resource.hubExpressroute.id
      }
      peer = {
        id = azapi_resource.amsterdamCircuit2.id
      }
    }
  }

  depends_on = [azapi_resource.amsterdamCircuit2AzurePrivatePeering]
}

resource "azapi_resource" "ordersToAmsterdam" {
  type      = "Microsoft.Network/localNetworkGateways@2024-05-01"
  parent_id = local.resourceGroup
  name      = "orders-to-amsterdam"
  location  = "westeurope"

  body = {
    properties = {
      gatewayIpAddress = "198.51.100.10"
      localNetworkAddressSpace = {
        addressPrefixes = ["192.168.0.0/17"]
      }
    }
  }
}

resource "azapi_resource" "ordersToAmsterdamConnection" {
  type      = "Microsoft.Network/connections@2024-05-01"
  parent_id = local.resourceGroup
  name      = "orders-to-amsterdam"
  location  = "westeurope"

  body = {
    properties = {
      virtualNetworkGateway1 = {
        id         = azapi_resource.ordersVpn.id
        properties = {}
      }
      localNetworkGateway2 = {
        id         = azapi_resource.ordersToAmsterdam.id
        properties = {}
      }
      connectionType     = "IPsec"
      connectionProtocol = "IKEv2"
      enableBgp          = false
    }
  }
  sensitive_body = {
    properties = {
      sharedKey = var.ordersToAmsterdamConnectionSharedKey
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
      allowGatewayTransit       = false
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
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.orders.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "hubToAnalytics" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.hub.id
  name      = "to-analytics"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.analytics.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.hub.id, azapi_resource.analytics.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "analyticsToHub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.analytics.id
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

  locks = [azapi_resource.analytics.id, azapi_resource.hub.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

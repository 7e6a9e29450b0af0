# any-to-any: written by Isthmus. Change the intent and write it again; changes made here are lost.
# Resource groups are not created; these must exist: rg-teams.
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
  rgTeams = "/subscriptions/${data.azapi_client_config.current.subscription_id}/resourceGroups/rg-teams"
}

resource "azapi_resource" "teamA" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgTeams
  name      = "team-a"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.0.0/24"]
      }
    }
  }
}

resource "azapi_resource" "teamB" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgTeams
  name      = "team-b"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.1.0/24"]
      }
    }
  }
}

resource "azapi_resource" "teamC" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgTeams
  name      = "team-c"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.2.0/24"]
      }
    }
  }
}

resource "azapi_resource" "teamD" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgTeams
  name      = "team-d"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.3.0/24"]
      }
    }
  }
}

resource "azapi_resource" "teamE" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgTeams
  name      = "team-e"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.4.0/24"]
      }
    }
  }
}

resource "azapi_resource" "teamF" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgTeams
  name      = "team-f"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.5.0/24"]
      }
    }
  }
}

resource "azapi_resource" "teamG" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgTeams
  name      = "team-g"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.6.0/24"]
      }
    }
  }
}

resource "azapi_resource" "teamH" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  parent_id = local.rgTeams
  name      = "team-h"
  location  = "westeurope"

  body = {
    properties = {
      addressSpace = {
        addressPrefixes = ["10.64.7.0/24"]
      }
    }
  }
}

resource "azapi_resource" "teamAToTeamB" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamA.id
  name      = "to-team-b"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamB.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamA.id, azapi_resource.teamB.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamBToTeamA" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamB.id
  name      = "to-team-a"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamA.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamB.id, azapi_resource.teamA.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamAToTeamC" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamA.id
  name      = "to-team-c"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamC.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamA.id, azapi_resource.teamC.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamCToTeamA" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamC.id
  name      = "to-team-a"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamA.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamC.id, azapi_resource.teamA.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamAToTeamD" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamA.id
  name      = "to-team-d"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamD.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamA.id, azapi_resource.teamD.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamDToTeamA" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamD.id
  name      = "to-team-a"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamA.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamD.id, azapi_resource.teamA.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamAToTeamE" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamA.id
  name      = "to-team-e"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamE.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamA.id, azapi_resource.teamE.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamEToTeamA" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamE.id
  name      = "to-team-a"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamA.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamE.id, azapi_resource.teamA.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamAToTeamF" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamA.id
  name      = "to-team-f"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamF.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamA.id, azapi_resource.teamF.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamFToTeamA" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamF.id
  name      = "to-team-a"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamA.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamF.id, azapi_resource.teamA.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamAToTeamG" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamA.id
  name      = "to-team-g"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamG.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamA.id, azapi_resource.teamG.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamGToTeamA" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamG.id
  name      = "to-team-a"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamA.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamG.id, azapi_resource.teamA.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamAToTeamH" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamA.id
  name      = "to-team-h"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamH.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamA.id, azapi_resource.teamH.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamHToTeamA" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamH.id
  name      = "to-team-a"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamA.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamH.id, azapi_resource.teamA.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamBToTeamC" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamB.id
  name      = "to-team-c"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamC.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamB.id, azapi_resource.teamC.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamCToTeamB" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamC.id
  name      = "to-team-b"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamB.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamC.id, azapi_resource.teamB.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamBToTeamD" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamB.id
  name      = "to-team-d"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamD.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamB.id, azapi_resource.teamD.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamDToTeamB" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamD.id
  name      = "to-team-b"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamB.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamD.id, azapi_resource.teamB.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamBToTeamE" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamB.id
  name      = "to-team-e"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamE.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamB.id, azapi_resource.teamE.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamEToTeamB" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamE.id
  name      = "to-team-b"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamB.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamE.id, azapi_resource.teamB.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamBToTeamF" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamB.id
  name      = "to-team-f"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamF.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamB.id, azapi_resource.teamF.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamFToTeamB" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamF.id
  name      = "to-team-b"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamB.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamF.id, azapi_resource.teamB.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamBToTeamG" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamB.id
  name      = "to-team-g"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamG.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamB.id, azapi_resource.teamG.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamGToTeamB" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamG.id
  name      = "to-team-b"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamB.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamG.id, azapi_resource.teamB.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamBToTeamH" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamB.id
  name      = "to-team-h"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamH.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamB.id, azapi_resource.teamH.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamHToTeamB" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamH.id
  name      = "to-team-b"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamB.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamH.id, azapi_resource.teamB.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamCToTeamD" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamC.id
  name      = "to-team-d"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamD.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamC.id, azapi_resource.teamD.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamDToTeamC" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamD.id
  name      = "to-team-c"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamC.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamD.id, azapi_resource.teamC.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamCToTeamE" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamC.id
  name      = "to-team-e"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamE.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamC.id, azapi_resource.teamE.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamEToTeamC" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamE.id
  name      = "to-team-c"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamC.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamE.id, azapi_resource.teamC.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamCToTeamF" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamC.id
  name      = "to-team-f"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamF.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamC.id, azapi_resource.teamF.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamFToTeamC" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamF.id
  name      = "to-team-c"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamC.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamF.id, azapi_resource.teamC.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamCToTeamG" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamC.id
  name      = "to-team-g"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamG.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamC.id, azapi_resource.teamG.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamGToTeamC" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamG.id
  name      = "to-team-c"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamC.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamG.id, azapi_resource.teamC.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamCToTeamH" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamC.id
  name      = "to-team-h"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamH.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamC.id, azapi_resource.teamH.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamHToTeamC" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamH.id
  name      = "to-team-c"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamC.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamH.id, azapi_resource.teamC.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamDToTeamE" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamD.id
  name      = "to-team-e"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamE.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamD.id, azapi_resource.teamE.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamEToTeamD" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamE.id
  name      = "to-team-d"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamD.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamE.id, azapi_resource.teamD.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamDToTeamF" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamD.id
  name      = "to-team-f"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamF.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamD.id, azapi_resource.teamF.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamFToTeamD" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamF.id
  name      = "to-team-d"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamD.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamF.id, azapi_resource.teamD.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamDToTeamG" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamD.id
  name      = "to-team-g"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamG.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamD.id, azapi_resource.teamG.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamGToTeamD" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamG.id
  name      = "to-team-d"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamD.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamG.id, azapi_resource.teamD.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamDToTeamH" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamD.id
  name      = "to-team-h"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamH.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamD.id, azapi_resource.teamH.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamHToTeamD" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamH.id
  name      = "to-team-d"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamD.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamH.id, azapi_resource.teamD.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamEToTeamF" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamE.id
  name      = "to-team-f"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamF.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamE.id, azapi_resource.teamF.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamFToTeamE" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamF.id
  name      = "to-team-e"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamE.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamF.id, azapi_resource.teamE.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamEToTeamG" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamE.id
  name      = "to-team-g"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamG.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamE.id, azapi_resource.teamG.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamGToTeamE" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamG.id
  name      = "to-team-e"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamE.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamG.id, azapi_resource.teamE.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamEToTeamH" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamE.id
  name      = "to-team-h"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamH.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamE.id, azapi_resource.teamH.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamHToTeamE" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamH.id
  name      = "to-team-e"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamE.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamH.id, azapi_resource.teamE.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamFToTeamG" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamF.id
  name      = "to-team-g"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamG.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamF.id, azapi_resource.teamG.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamGToTeamF" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamG.id
  name      = "to-team-f"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamF.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamG.id, azapi_resource.teamF.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamFToTeamH" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamF.id
  name      = "to-team-h"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamH.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamF.id, azapi_resource.teamH.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamHToTeamF" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamH.id
  name      = "to-team-f"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamF.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamH.id, azapi_resource.teamF.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamGToTeamH" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamG.id
  name      = "to-team-h"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamH.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamG.id, azapi_resource.teamH.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

resource "azapi_resource" "teamHToTeamG" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  parent_id = azapi_resource.teamH.id
  name      = "to-team-g"

  body = {
    properties = {
      remoteVirtualNetwork = {
        id = azapi_resource.teamG.id
      }
      allowVirtualNetworkAccess = true
      allowForwardedTraffic     = false
      allowGatewayTransit       = false
      useRemoteGateways         = false
    }
  }

  locks = [azapi_resource.teamH.id, azapi_resource.teamG.id]
  retry = {
    error_message_regex = ["ReferencedResourceNotProvisioned", "AnotherOperationInProgress"]
  }
}

// any-to-any: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-teams.
// Deploy with: az deployment group create --resource-group rg-teams --template-file main.bicep

metadata name = 'any-to-any'
metadata generator = 'isthmus'

resource teamA 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'team-a'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.0.0/24'
      ]
    }
  }
}

resource teamB 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'team-b'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.1.0/24'
      ]
    }
  }
}

resource teamC 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'team-c'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.2.0/24'
      ]
    }
  }
}

resource teamD 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'team-d'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.3.0/24'
      ]
    }
  }
}

resource teamE 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'team-e'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.4.0/24'
      ]
    }
  }
}

resource teamF 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'team-f'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.5.0/24'
      ]
    }
  }
}

resource teamG 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'team-g'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.6.0/24'
      ]
    }
  }
}

resource teamH 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'team-h'
  location: 'westeurope'
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.64.7.0/24'
      ]
    }
  }
}

resource teamAToTeamB 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamA
  name: 'to-team-b'
  properties: {
    remoteVirtualNetwork: {
      id: teamB.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamBToTeamA 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamB
  name: 'to-team-a'
  properties: {
    remoteVirtualNetwork: {
      id: teamA.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamAToTeamC 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamA
  name: 'to-team-c'
  properties: {
    remoteVirtualNetwork: {
      id: teamC.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamCToTeamA 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamC
  name: 'to-team-a'
  properties: {
    remoteVirtualNetwork: {
      id: teamA.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamAToTeamD 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamA
  name: 'to-team-d'
  properties: {
    remoteVirtualNetwork: {
      id: teamD.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamDToTeamA 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamD
  name: 'to-team-a'
  properties: {
    remoteVirtualNetwork: {
      id: teamA.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamAToTeamE 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamA
  name: 'to-team-e'
  properties: {
    remoteVirtualNetwork: {
      id: teamE.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamEToTeamA 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamE
  name: 'to-team-a'
  properties: {
    remoteVirtualNetwork: {
      id: teamA.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamAToTeamF 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamA
  name: 'to-team-f'
  properties: {
    remoteVirtualNetwork: {
      id: teamF.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamFToTeamA 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamF
  name: 'to-team-a'
  properties: {
    remoteVirtualNetwork: {
      id: teamA.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamAToTeamG 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamA
  name: 'to-team-g'
  properties: {
    remoteVirtualNetwork: {
      id: teamG.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamGToTeamA 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamG
  name: 'to-team-a'
  properties: {
    remoteVirtualNetwork: {
      id: teamA.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamAToTeamH 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamA
  name: 'to-team-h'
  properties: {
    remoteVirtualNetwork: {
      id: teamH.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamHToTeamA 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamH
  name: 'to-team-a'
  properties: {
    remoteVirtualNetwork: {
      id: teamA.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamBToTeamC 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamB
  name: 'to-team-c'
  properties: {
    remoteVirtualNetwork: {
      id: teamC.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamCToTeamB 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamC
  name: 'to-team-b'
  properties: {
    remoteVirtualNetwork: {
      id: teamB.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamBToTeamD 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamB
  name: 'to-team-d'
  properties: {
    remoteVirtualNetwork: {
      id: teamD.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamDToTeamB 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamD
  name: 'to-team-b'
  properties: {
    remoteVirtualNetwork: {
      id: teamB.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamBToTeamE 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamB
  name: 'to-team-e'
  properties: {
    remoteVirtualNetwork: {
      id: teamE.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamEToTeamB 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamE
  name: 'to-team-b'
  properties: {
    remoteVirtualNetwork: {
      id: teamB.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamBToTeamF 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamB
  name: 'to-team-f'
  properties: {
    remoteVirtualNetwork: {
      id: teamF.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamFToTeamB 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamF
  name: 'to-team-b'
  properties: {
    remoteVirtualNetwork: {
      id: teamB.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamBToTeamG 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamB
  name: 'to-team-g'
  properties: {
    remoteVirtualNetwork: {
      id: teamG.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamGToTeamB 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamG
  name: 'to-team-b'
  properties: {
    remoteVirtualNetwork: {
      id: teamB.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamBToTeamH 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamB
  name: 'to-team-h'
  properties: {
    remoteVirtualNetwork: {
      id: teamH.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamHToTeamB 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamH
  name: 'to-team-b'
  properties: {
    remoteVirtualNetwork: {
      id: teamB.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamCToTeamD 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamC
  name: 'to-team-d'
  properties: {
    remoteVirtualNetwork: {
      id: teamD.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamDToTeamC 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamD
  name: 'to-team-c'
  properties: {
    remoteVirtualNetwork: {
      id: teamC.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamCToTeamE 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamC
  name: 'to-team-e'
  properties: {
    remoteVirtualNetwork: {
      id: teamE.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamEToTeamC 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamE
  name: 'to-team-c'
  properties: {
    remoteVirtualNetwork: {
      id: teamC.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamCToTeamF 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamC
  name: 'to-team-f'
  properties: {
    remoteVirtualNetwork: {
      id: teamF.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamFToTeamC 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamF
  name: 'to-team-c'
  properties: {
    remoteVirtualNetwork: {
      id: teamC.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamCToTeamG 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamC
  name: 'to-team-g'
  properties: {
    remoteVirtualNetwork: {
      id: teamG.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamGToTeamC 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamG
  name: 'to-team-c'
  properties: {
    remoteVirtualNetwork: {
      id: teamC.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamCToTeamH 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamC
  name: 'to-team-h'
  properties: {
    remoteVirtualNetwork: {
      id: teamH.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamHToTeamC 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamH
  name: 'to-team-c'
  properties: {
    remoteVirtualNetwork: {
      id: teamC.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamDToTeamE 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamD
  name: 'to-team-e'
  properties: {
    remoteVirtualNetwork: {
      id: teamE.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamEToTeamD 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamE
  name: 'to-team-d'
  properties: {
    remoteVirtualNetwork: {
      id: teamD.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamDToTeamF 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamD
  name: 'to-team-f'
  properties: {
    remoteVirtualNetwork: {
      id: teamF.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamFToTeamD 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamF
  name: 'to-team-d'
  properties: {
    remoteVirtualNetwork: {
      id: teamD.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamDToTeamG 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamD
  name: 'to-team-g'
  properties: {
    remoteVirtualNetwork: {
      id: teamG.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamGToTeamD 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamG
  name: 'to-team-d'
  properties: {
    remoteVirtualNetwork: {
      id: teamD.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamDToTeamH 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamD
  name: 'to-team-h'
  properties: {
    remoteVirtualNetwork: {
      id: teamH.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamHToTeamD 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamH
  name: 'to-team-d'
  properties: {
    remoteVirtualNetwork: {
      id: teamD.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamEToTeamF 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamE
  name: 'to-team-f'
  properties: {
    remoteVirtualNetwork: {
      id: teamF.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamFToTeamE 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamF
  name: 'to-team-e'
  properties: {
    remoteVirtualNetwork: {
      id: teamE.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamEToTeamG 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamE
  name: 'to-team-g'
  properties: {
    remoteVirtualNetwork: {
      id: teamG.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamGToTeamE 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamG
  name: 'to-team-e'
  properties: {
    remoteVirtualNetwork: {
      id: teamE.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamEToTeamH 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamE
  name: 'to-team-h'
  properties: {
    remoteVirtualNetwork: {
      id: teamH.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamHToTeamE 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamH
  name: 'to-team-e'
  properties: {
    remoteVirtualNetwork: {
      id: teamE.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamFToTeamG 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamF
  name: 'to-team-g'
  properties: {
    remoteVirtualNetwork: {
      id: teamG.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamGToTeamF 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamG
  name: 'to-team-f'
  properties: {
    remoteVirtualNetwork: {
      id: teamF.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamFToTeamH 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamF
  name: 'to-team-h'
  properties: {
    remoteVirtualNetwork: {
      id: teamH.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamHToTeamF 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamH
  name: 'to-team-f'
  properties: {
    remoteVirtualNetwork: {
      id: teamF.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamGToTeamH 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamG
  name: 'to-team-h'
  properties: {
    remoteVirtualNetwork: {
      id: teamH.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

resource teamHToTeamG 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: teamH
  name: 'to-team-g'
  properties: {
    remoteVirtualNetwork: {
      id: teamG.id
    }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}

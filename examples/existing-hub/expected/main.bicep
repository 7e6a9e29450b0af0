// existing-hub: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-claims, rg-hub-uks (subscription 5a3c1d20-7be4-4f6e-9a51-0c2f7f1e8b11).
// Deploy with: az deployment group create --resource-group <any resource group> --template-file main.bicep

metadata name = 'existing-hub'
metadata generator = 'isthmus'

module rgClaims 'modules/rg-claims.bicep' = {
  name: 'existing-hub-rg-claims'
  scope: resourceGroup('rg-claims')
}

module rgHubUks 'modules/rg-hub-uks.bicep' = {
  name: 'existing-hub-rg-hub-uks'
  scope: resourceGroup('5a3c1d20-7be4-4f6e-9a51-0c2f7f1e8b11', 'rg-hub-uks')
  params: {
    deploymentSubscription: subscription().subscriptionId
  }
  dependsOn: [
    rgClaims
  ]
}

module rgClaimsPeerings 'modules/rg-claims-peerings.bicep' = {
  name: 'existing-hub-rg-claims-peerings'
  scope: resourceGroup('rg-claims')
  dependsOn: [
    rgClaims
    rgHubUks
  ]
}

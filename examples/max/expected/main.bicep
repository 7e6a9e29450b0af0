// max: written by Isthmus. Change the intent and write it again; changes made here are lost.
// Resource groups are not created; these must exist: rg-network (subscription 0f0e0d0c-0b0a-4a09-8807-060504030201), rg-partner (subscription 9f8e7d6c-5b4a-4392-8170-a1b2c3d4e5f6).
// Deploy with: az deployment group create --resource-group <any resource group> --template-file main.bicep

metadata name = 'max'
metadata description = 'A ministry\'s networks, with everything said that can be said.'
metadata generator = 'isthmus'

module rgNetwork 'modules/rg-network.bicep' = {
  name: 'max-rg-network'
  scope: resourceGroup('0f0e0d0c-0b0a-4a09-8807-060504030201', 'rg-network')
}

module rgPartner 'modules/rg-partner.bicep' = {
  name: 'max-rg-partner'
  scope: resourceGroup('9f8e7d6c-5b4a-4392-8170-a1b2c3d4e5f6', 'rg-partner')
  dependsOn: [
    rgNetwork
  ]
}

module rgNetworkPeerings 'modules/rg-network-peerings.bicep' = {
  name: 'max-rg-network-peerings'
  scope: resourceGroup('0f0e0d0c-0b0a-4a09-8807-060504030201', 'rg-network')
  dependsOn: [
    rgNetwork
    rgPartner
  ]
}

/** What `isthmus init` writes: short, true, and it designs as it is. */
export const starter = `# What you need; Isthmus chooses how. Run \`isthmus design\` to see it decided, addressed, priced and written.
# Editors complete this file with: isthmus schema intent > network.schema.json
name: my-network

defaults:
  region: westeurope
  # resourceGroup: rg-network         # otherwise the group that the template is deployed to
  # tags: { owner: platform }

# Planned addresses come from here. Keep it apart from your sites' ranges.
addressSpace: 10.64.0.0/12

virtualNetworks:
  hub:
    role: hub
    size: /22
    subnets:
      GatewaySubnet:                  # reserved names get the size that Azure recommends
      shared: /24
  orders:
    subnets:                          # no size: it follows from the subnets, with room to grow
      web: /25
      data: { hosts: 50 }
  billing:
    size: /23
    subnets: { app: /24 }
  # legacy:                           # a network that is there already is never redeployed
  #   existing: /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/legacy
  #   addressSpace: 10.10.0.0/16

connections:
  - between: [hub, [orders, billing]] # lists, patterns such as "spoke-*", and mesh: [a, b, c]
  - between: [orders, billing]
    description: Orders hand invoices over directly.
    needs:
      internet: forbidden
      traffic: { there: 50 GB, back: 10 GB }   # a month; prices follow from it
`;

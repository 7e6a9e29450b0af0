/** Intents beside the examples: for each story of the planner one that a prediction can be held against. */
const CIRCUIT = "{ provider: Equinix, peeringLocation: Amsterdam, bandwidth: 1 Gbps }";
const CIRCUIT_TOO = "{ provider: Equinix, peeringLocation: London, bandwidth: 1 Gbps }";

const HEAD = `
defaults: { region: westeurope }
addressSpace: [10.64.0.0/12]
`;

export const intents: Readonly<Record<string, string>> = {
  "two sites of one hub, with BGP and without": `name: sites${HEAD}
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
  orders: { size: /23, subnets: { web: /25, data: /25 } }
sites:
  utrecht: { addressSpace: 192.168.1.0/24, vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }] }
  plain: { addressSpace: [192.168.3.0/24, 172.20.0.0/16], vpnDevices: [{ publicIp: 198.51.100.30 }] }
connections:
  - between: [hub, orders]
  - between: [[hub, orders], [utrecht, plain]]
`,
  "a circuit and a VPN that meet at a Route Server": `name: meet${HEAD}
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
sites:
  utrecht: { addressSpace: 192.168.1.0/24, vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }] }
  plant: { addressSpace: 192.168.4.0/24, circuits: [${CIRCUIT}] }
connections:
  - between: [hub, [utrecht, plant]]
  - between: [utrecht, plant]
`,
  "two networks with tunnels, with BGP": `name: tunnels${HEAD}
virtualNetworks:
  records: { size: /23, subnets: { web: /25 } }
  archive: { size: /23, region: northeurope, subnets: { web: /25 } }
connections:
  - between: [records, archive]
    needs: { encryption: betweenNetworks }
    settings: { bgp: true }
`,
  "two devices of one site": `name: devices${HEAD}
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
sites:
  utrecht:
    addressSpace: [192.168.1.0/24]
    vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }, { publicIp: 198.51.100.11, asn: 65010 }]
connections:
  - between: [hub, utrecht]
    needs: { resilience: device }
`,
  "a circuit with a VPN behind it, for spokes": `name: backup${HEAD}
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
  orders: { size: /23, subnets: { web: /25 } }
  billing: { size: /23, subnets: { app: /25 } }
sites:
  factory:
    addressSpace: [192.168.4.0/22]
    vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }]
    circuits: [${CIRCUIT}]
connections:
  - between: [hub, [orders, billing]]
  - between: [[orders, billing], factory]
    needs: { bandwidth: { atLeast: 500 Mbps, guaranteed: true }, resilience: circuit }
`,
  "two circuits, and one is enough": `name: circuits${HEAD}
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
sites:
  factory: { addressSpace: [192.168.4.0/22], circuits: [${CIRCUIT}, ${CIRCUIT_TOO}] }
connections:
  - between: [hub, factory]
    needs: { internet: forbidden, resilience: peeringLocation, bandwidth: { atLeast: 500 Mbps, guaranteed: true } }
`,
  "users by certificate of one network and its spoke": `name: staff${HEAD}
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
  orders: { size: /23, subnets: { web: /25 } }
p2sUsers:
  staff: { count: 40, os: windows, authentication: certificate }
  guests: { count: 40, os: windows, authentication: certificate }
connections:
  - between: [hub, orders]
  - between: [[staff, guests], [hub, orders]]
`,
  "one circuit for two networks that nothing joins": `name: apart${HEAD}
virtualNetworks:
  west: { size: /22, subnets: { web: /24 } }
  north: { region: northeurope, size: /22, subnets: { web: /24 } }
sites:
  factory: { addressSpace: [192.168.4.0/22], circuits: [${CIRCUIT}] }
connections:
  - between: [[west, north], factory]
    needs: { internet: forbidden }
`,
  "one device for two networks that nothing joins": `name: apart-vpn${HEAD}
virtualNetworks:
  west: { size: /22, subnets: { web: /24 } }
  north: { region: northeurope, size: /22, subnets: { web: /24 } }
sites:
  utrecht: { addressSpace: [192.168.4.0/22], vpnDevices: [{ publicIp: 198.51.100.10 }] }
connections:
  - between: [[west, north], utrecht]
`,
  "users of other systems reach sites behind their gateway": `name: linux${HEAD}
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
  orders: { size: /23, subnets: { web: /25 } }
sites:
  utrecht: { addressSpace: 192.168.1.0/24, vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }] }
p2sUsers:
  staff: { count: 40, os: [macos, linux], authentication: certificate }
connections:
  - between: [hub, orders]
  - between: [hub, [utrecht, staff]]
  - between: [orders, [utrecht, staff]]
  - between: [staff, utrecht]
`,
  "three networks with tunnels each to each": `name: triangle${HEAD}
virtualNetworks:
  one: { size: /23, subnets: { web: /25 } }
  two: { size: /23, region: northeurope, subnets: { web: /25 } }
  three: { size: /23, region: eastus2, subnets: { web: /25 } }
connections:
  - mesh: [one, two, three]
    needs: { encryption: betweenNetworks }
`,
  "a chain of tunnels without BGP is none": `name: chain${HEAD}
virtualNetworks:
  one: { size: /23, subnets: { web: /25 } }
  two: { size: /23, region: northeurope, subnets: { web: /25 } }
  three: { size: /23, region: eastus2, subnets: { web: /25 } }
connections:
  - between: [two, [one, three]]
    needs: { encryption: betweenNetworks }
`,
  "sites of one range, translated, without BGP": `name: translated${HEAD}
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
  orders: { size: /23, subnets: { web: /25 } }
sites:
  utrecht: { addressSpace: 192.168.1.0/24, nat: { addressSpace: 10.250.1.0/24 }, vpnDevices: [{ publicIp: 198.51.100.10 }] }
  delft: { addressSpace: 192.168.1.0/24, nat: { addressSpace: 10.250.2.0/24 }, vpnDevices: [{ publicIp: 198.51.100.20 }] }
connections:
  - between: [hub, orders]
  - between: [[hub, orders], [utrecht, delft]]
isolate: [[utrecht, delft]]
`,
  "a spoke of its own gateway beside a hub with one": `name: own${HEAD}
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
  payments: { size: /23, subnets: { web: /25 } }
  vault: { size: /23, region: northeurope, subnets: { safe: /25 } }
sites:
  utrecht: { addressSpace: 192.168.1.0/24, vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }] }
connections:
  - between: [hub, payments]
  - between: [hub, utrecht]
  - between: [payments, vault]
    needs: { encryption: betweenNetworks }
isolate: [[vault, utrecht]]
`,
};

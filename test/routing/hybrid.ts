import type { Link, TopologyPart, Translation } from "../../src/model/topology.ts";
import {
  defaultLayer,
  end,
  forwards,
  gateway,
  gatewayLayer,
  link,
  network,
  node,
  row,
  systemLayer,
  table,
  topologyOf,
} from "./topology-builder.ts";

export const instances = { to: "nodes", nodes: ["gw#0", "gw#1"] } as const;

export interface Settings {
  readonly hub?: readonly Translation[];
  readonly site?: readonly Translation[];
  readonly tunnel?: Partial<Link>;
  /** What the networks send to the gateway, and the gateway over its tunnels. */
  readonly far?: string;
  readonly siteSends?: Readonly<Record<string, "tunnels">>;
  readonly parts?: readonly TopologyPart[];
}

/** A hub with two gateway instances, a spoke that uses them, a site with one device, a tunnel from each instance. */
export function hybrid({ hub, site, tunnel, far = "192.168.0.0/16", siteSends, parts = [] }: Settings = {}) {
  const learned = gatewayLayer({ [far]: instances });
  const back = siteSends ?? { "10.0.0.0/8": "tunnels" };
  return topologyOf(
    ...parts,
    network("hub", ["10.0.0.0/16"], { region: "westeurope" }),
    network("spoke", ["10.1.0.0/16"], { region: "westeurope" }),
    node("vm-hub", ["10.0.1.4"], { within: "hub", table: "hub/routes" }),
    node("vm-spoke", ["10.1.0.4"], { within: "spoke", table: "spoke/routes" }),
    ...["0", "1"].flatMap((n) => [
      node(`gw#${n}`, [`10.0.255.${4 + Number(n)}`], {
        within: "hub",
        table: `gw#${n}/table`,
        forwarding: gateway,
      }),
      table(
        `gw#${n}/table`,
        systemLayer({
          "10.0.0.0/16": { to: "members", network: "hub" },
          "10.1.0.0/16": { to: "link", link: "hub-spoke" },
        }),
        gatewayLayer({ [far]: { to: "link", link: `tunnel#${n}` } }, { id: `gw#${n}/learned` }),
      ),
      link(
        `tunnel#${n}`,
        end(`gw#${n}`, { arrivalTable: `gw#${n}/table`, ...(hub ? { translations: hub } : {}) }),
        end("device", { arrivalTable: "device/table", ...(site ? { translations: site } : {}) }),
        { medium: "ipsec", encryptedBy: "IPsec", crossesInternet: true, bandwidthMbps: 1000, ...tunnel },
      ),
    ]),
    network("site", ["192.168.0.0/16"], { role: "site", table: "site/routes" }),
    node("device", ["192.168.0.1"], { within: "site", table: "device/table", forwarding: forwards }),
    table(
      "site/routes",
      systemLayer({ "192.168.0.0/16": { to: "members", network: "site" } }),
      gatewayLayer(
        Object.fromEntries(Object.keys(back).map((range) => [range, { to: "nodes", nodes: ["device"] }])),
      ),
    ),
    table(
      "device/table",
      systemLayer({ "192.168.0.0/16": { to: "members", network: "site" } }),
      ...["0", "1"].map((n) =>
        gatewayLayer(
          Object.keys(back).map((range) =>
            row(range, { to: "link", link: `tunnel#${n}` }, { needs: [[`tunnel#${n}`]] }),
          ),
          { id: `device/${n}` },
        ),
      ),
    ),
    table(
      "hub/routes",
      systemLayer({ "10.0.0.0/16": { to: "members", network: "hub" } }),
      learned,
      defaultLayer(),
    ),
    table(
      "spoke/routes",
      systemLayer({
        "10.1.0.0/16": { to: "members", network: "spoke" },
        "10.0.0.0/16": { to: "link", link: "hub-spoke" },
      }),
      learned,
      defaultLayer(),
    ),
    link("hub-spoke", end("hub", { acceptsForwarded: false }), end("spoke", { acceptsForwarded: false })),
  );
}

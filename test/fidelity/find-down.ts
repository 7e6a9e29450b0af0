import type { Estate } from "../../src/model/estate.ts";
import type { Resource } from "../../src/model/resource.ts";
import { keyOf } from "../../src/model/resource-id.ts";
import type { ElementId, Topology } from "../../src/model/topology.ts";
import type { Down, Lab } from "./lab.ts";
import { same, textAt } from "./lab-json.ts";

export interface FoundDown {
  readonly down: ReadonlySet<ElementId>;
  /** What could not be found, one sentence each. */
  readonly unclear: readonly string[];
}

/** The ids of a topology for what the records say is down. Kinds that no record has yet are read by their sense. */
export function findDown(entries: readonly Down[], lab: Lab, topology: Topology): FoundDown {
  const known = elementsOf(topology);
  const down = new Set<ElementId>();
  const unclear: string[] = [];
  for (const entry of entries) {
    const ids = idsOf(entry, lab, topology).filter((id) => known.has(id));
    if (ids.length === 0)
      unclear.push(`nothing in the topology is what ${JSON.stringify(entry)} says is down`);
    for (const id of ids) down.add(id);
  }
  return { down, unclear };
}

function elementsOf({ nodes, links, sessions }: Topology): ReadonlySet<ElementId> {
  const stoodOn = [...nodes.values(), ...links.values(), ...sessions.values()].flatMap(({ needs }) =>
    needs.flat(),
  );
  return new Set([...nodes.keys(), ...links.keys(), ...sessions.keys(), ...stoodOn]);
}

function idsOf(entry: Down, lab: Lab, topology: Topology): readonly ElementId[] {
  switch (entry.kind) {
    case "providerRouterBgp":
      return pathsOf(entry, lab).map((path) => `${path}/bgp`);
    case "link":
    case "circuitPath":
    case "providerLink":
    case "path":
      return pathsOf(entry, lab);
    case "deviceBgpSession":
    case "bgpSession":
    case "gatewayBgpSession":
      return sessionsTo(entry, lab, topology);
    case "tunnel":
    case "deviceTunnel":
      return tunnelsOf(entry, lab, topology);
    case "circuit":
    case "expressRouteCircuit":
      return resources(lab.estate, "expressRouteCircuits", nameIn(entry, "circuit"));
    case "gateway":
    case "virtualNetworkGateway":
      return resources(lab.estate, "virtualNetworkGateways", nameIn(entry, "gateway"));
    case "gatewayInstance":
    case "instance":
      return instancesOf(entry, lab);
    case "connection":
      return resources(lab.estate, "connections", nameIn(entry, "connection"));
    case "routeServer":
      return resources(lab.estate, "virtualHubs", nameIn(entry, "routeServer")).flatMap((id) => [
        id,
        `${id}#0`,
        `${id}#1`,
      ]);
    case "peering":
    case "virtualNetworkPeering":
      return named(lab.estate, nameIn(entry, "peering")).map(({ id }) => keyOf(id));
    case "device":
      return devicesOf(nameIn(entry, "device"), lab);
    case "appliance":
    case "virtualMachine":
      return devicesOf(nameIn(entry, "appliance") ?? nameIn(entry, "virtualMachine"), lab);
    case "site":
      return [`site/${nameIn(entry, "site")?.toLowerCase()}`];
    case "providerRouter":
      return [`providerrouter/${nameIn(entry, "providerRouter")?.toLowerCase()}`];
    case "region":
      return [`region/${nameIn(entry, "region")?.toLowerCase()}`];
    case "peeringLocation":
      return [`peeringlocation/${nameIn(entry, "peeringLocation")?.toLowerCase()}`];
    // Others' files: a kind that nobody thought of is told as unclear.
    default:
      return [];
  }
}

function nameIn(entry: Down, key: string): string | undefined {
  return textAt(entry, key) ?? textAt(entry, "name");
}

function named(estate: Estate, name: string | undefined): readonly Resource[] {
  return [...estate.resources.values()].filter((resource) => same(name, resource.name));
}

export function resources(estate: Estate, type: string, name: string | undefined): readonly string[] {
  return named(estate, name)
    .filter((resource) => same(resource.type, `Microsoft.Network/${type}`))
    .map(({ id }) => keyOf(id));
}

/** `<circuit id>#primary`, by the provider's name for the link or by circuit and path. */
function pathsOf(entry: Down, lab: Lab): readonly ElementId[] {
  const link = textAt(entry, "link") ?? textAt(entry, "name");
  const byName = Object.entries(lab.linkNames).find(([, name]) => same(name, link))?.[0] ?? link ?? "";
  const [circuit, path] = byName.includes("/")
    ? byName.split("/")
    : [textAt(entry, "circuit"), textAt(entry, "path")];
  const paths = path === undefined ? ["primary", "secondary"] : [path];
  return resources(lab.estate, "expressRouteCircuits", circuit).flatMap((id) =>
    paths.map((one) => `${id}#${one.toLowerCase()}`),
  );
}

/** The nodes that are one device or machine: of its site, or its network interfaces. */
export function devicesOf(name: string | undefined, lab: Lab): readonly string[] {
  const devices = lab.estate.sites.flatMap((site) =>
    site.vpnDevices
      .filter((device) => same(device.name, name))
      .map((device) => `site/${site.name}/${device.name}`.toLowerCase()),
  );
  const appliances = lab.estate.appliances
    .filter((appliance) => same(appliance.name, name))
    .map(({ resource }) => keyOf(resource));
  return [...devices, ...appliances];
}

function sessionsTo(entry: Down, lab: Lab, topology: Topology): readonly ElementId[] {
  const own = new Set([
    ...devicesOf(textAt(entry, "device") ?? textAt(entry, "appliance"), lab),
    ...instancesOf(entry, lab),
  ]);
  const neighbor = textAt(entry, "neighbor");
  return [...topology.sessions.values()].flatMap(({ id, ends: [a, b] }) => {
    const hit =
      (own.has(a.node) && (neighbor === undefined || b.address === neighbor)) ||
      (own.has(b.node) && (neighbor === undefined || a.address === neighbor));
    return hit ? [id] : [];
  });
}

function tunnelsOf(entry: Down, lab: Lab, topology: Topology): readonly ElementId[] {
  const host = lab.hosts.find(({ name }) => same(name, textAt(entry, "device")));
  const wanted = textAt(entry, "interface") ?? textAt(entry, "tunnel") ?? textAt(entry, "name");
  const tunnel = host?.tunnels.find((one) => same(one.interface, wanted) || same(one.name, wanted));
  const neighbor = textAt(entry, "neighbor") ?? tunnel?.remoteBgpAddress;
  if (neighbor !== undefined) {
    return sessionsTo({ ...entry, neighbor }, lab, topology).map((id) => id.replace(/\/bgp$/, ""));
  }
  const instance = entry["instance"];
  const connections = resources(lab.estate, "connections", textAt(entry, "connection"));
  return typeof instance === "number" ? connections.map((id) => `${id}#${instance}`) : connections;
}

function instancesOf(entry: Down, lab: Lab): readonly ElementId[] {
  const [gateway, named] = (textAt(entry, "gateway") ?? "").split("/");
  const number = entry["instance"];
  const instance = named ?? (typeof number === "number" ? String(number) : textAt(entry, "instance"));
  const digits = /\d+$/.exec(instance ?? "")?.[0];
  return resources(lab.estate, "virtualNetworkGateways", gateway).flatMap((id) =>
    digits === undefined ? [`${id}#0`, `${id}#1`] : [`${id}#${digits}`],
  );
}

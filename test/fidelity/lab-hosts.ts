import type { Host } from "./lab.ts";
import {
  entriesAt,
  type LabObject,
  numberAt,
  objectAt,
  objectsAt,
  same,
  textAt,
  textsOf,
} from "./lab-json.ts";

/** Whatever may have tables of its own: devices of sites, and appliances that speak BGP. */
export function hostsOf(lab: LabObject): readonly Host[] {
  const speaking = objectsAt(lab, "appliances").filter((appliance) => "bgpSessions" in appliance);
  return [
    ...objectsAt(lab, "sites").flatMap((site) =>
      objectsAt(site, "devices").map((device) => hostOf(device, networkOf(site, lab))),
    ),
    ...speaking.map((appliance) => hostOf(appliance, networkOf(appliance, lab))),
  ];
}

function networkOf(place: LabObject, lab: LabObject): LabObject {
  const name = textAt(place, "virtualNetwork");
  return objectsAt(lab, "virtualNetworks").find((network) => same(textAt(network, "name"), name)) ?? {};
}

function hostOf(device: LabObject, network: LabObject): Host {
  const loopback = textAt(device, "loopback");
  return {
    name: textAt(device, "name") ?? "",
    ...(loopback === undefined ? {} : { loopback }),
    interfaces: objectsAt(device, "nics").flatMap((nic) => {
      const address = textAt(nic, "address");
      const prefixes = entriesAt(network, "subnets").find(([name]) => same(name, textAt(nic, "subnet")));
      const subnet = textsOf(prefixes?.[1])[0];
      return address === undefined || subnet === undefined ? [] : [{ address, subnet }];
    }),
    tunnels: objectsAt(device, "tunnels").flatMap(tunnelOf),
    staticRoutes: objectsAt(device, "staticRoutes").flatMap((route) => {
      const [prefix, via] = [textAt(route, "prefix"), textAt(route, "via")];
      return prefix === undefined || via === undefined ? [] : [{ prefix, via }];
    }),
    localPreferences: Object.fromEntries(
      objectsAt(device, "bgpSessions").flatMap((session) => {
        const [neighbor, preference] = [
          textAt(session, "neighbor"),
          numberAt(objectAt(session, "in"), "localPreference"),
        ];
        return neighbor === undefined || preference === undefined ? [] : [[neighbor, preference]];
      }),
    ),
  };
}

function tunnelOf(tunnel: LabObject): readonly Host["tunnels"][number][] {
  const remoteBgpAddress = textAt(tunnel, "remoteBgpAddress");
  const [name, insideAddress] = [textAt(tunnel, "name"), textAt(tunnel, "insideAddress")];
  const [kernelName] = [textAt(tunnel, "interface")];
  if (kernelName === undefined || remoteBgpAddress === undefined) return [];
  return [
    {
      ...(name === undefined ? {} : { name }),
      interface: kernelName,
      remoteBgpAddress,
      ...(insideAddress === undefined ? {} : { insideAddress }),
    },
  ];
}

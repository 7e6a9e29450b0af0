import type { Node } from "../../model/topology.ts";
import { interfacesFile, planDevice } from "../../outputs/device-config/index.ts";
import { sessionAddresses } from "./device-routing.ts";
import { fillIn } from "./fill-in.ts";
import { type LabDraft, namespaceFor, tableNumber } from "./lab-draft.ts";
import type { BirdSession } from "./router-draft.ts";
import type { TunnelDevices } from "./tunnel-devices.ts";
import { tablePurpose } from "./ways.ts";

const AFTER_ALL_OTHERS = 40_000;

/**
 * Gives a device's strongSwan the exported script that sets up its interfaces, which those of the lab then are. A real
 * device has one table, and looks there whether it knows a way back to who sends: so its own packets ask the lab's too.
 */
export function layDeviceInterfaces(
  draft: LabDraft,
  node: Node,
  sessions: readonly BirdSession[],
  tunnels: TunnelDevices,
): void {
  if (node.role !== "vpnDevice" || node.table === undefined) return;
  const namespace = namespaceFor(draft, node.id, node.name, node.id);
  const table = tableNumber(namespace, tablePurpose(node.table));
  namespace.ip.push(`rule add pref ${AFTER_ALL_OTHERS} iif lo lookup ${table}`);

  const script = scriptOf(draft, node, sessions, tunnels);
  if (!script) return;
  const files = [
    { name: "interfaces.sh", text: script.text },
    { name: "interfaces", text: `${script.devices.join("\n")}\n` },
  ];
  for (const [index, daemon] of draft.daemons.entries())
    if (daemon.namespace === namespace.name && daemon.program === "charon")
      draft.daemons[index] = { ...daemon, files: [...daemon.files, ...files] };
}

function scriptOf(
  { topology, options: { estate } }: LabDraft,
  { id }: Node,
  sessions: readonly BirdSession[],
  tunnels: TunnelDevices,
): { readonly text: string; readonly devices: readonly string[] } | undefined {
  const plan = estate && planDevice(id, topology, estate);
  if (!plan) return undefined;

  const places: (readonly [string, string])[] = [];
  const devices: string[] = [];
  for (const tunnel of plan.tunnels) {
    const link = topology.links.get(tunnel.link);
    const [device] = (link && tunnels.deviceOf(link, id)) ?? [];
    const session = sessions.find(({ here }) => here.via.to === "link" && here.via.link === tunnel.link);
    if (device === undefined || (tunnel.bgp && !session)) return undefined;

    devices.push(device);
    places.push([tunnel.interface, device], [settingOf(tunnel.interface), settingOf(device)]);
    if (tunnel.bgp && session) places.push(...sessionAddresses(tunnel.bgp, session));
  }
  return { text: fillIn(interfacesFile(plan), places), devices };
}

/** Within the name of a setting an interface is a part of a longer word. */
function settingOf(name: string): string {
  return `net.ipv4.conf.${name}.rp_filter`;
}

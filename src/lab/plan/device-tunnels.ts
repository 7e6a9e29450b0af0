import type { LinkId, NodeId } from "../../model/topology.ts";
import {
  type DevicePlan,
  planDevice,
  strongswanFile,
  swanctlFile,
  swanctlTunnel,
} from "../../outputs/device-config/index.ts";
import { swanctlConf } from "../../outputs/device-config/swanctl-text.ts";
import type { ExportedCharon } from "./charon-files.ts";
import { fillIn } from "./fill-in.ts";
import { type LabDraft, leaveOut } from "./lab-draft.ts";
import { replacedOffers, runnableOffers, whyReplaced } from "./offers.ts";

/** Both ends of a tunnel to a device, where the estate is known that it was exported from. */
export interface DeviceTunnels {
  /** `undefined`: no device is at either end. */
  find(link: LinkId, nodes: readonly NodeId[]): DeviceTunnelFiles | undefined;
}

export interface DeviceTunnelFiles {
  readonly device: NodeId;
  readonly deviceBegins: boolean;
  /** The exported files, filled in. */
  deviceFiles(ends: TunnelTexts): ExportedCharon;
  /** What stands across from it, which is the lab's own. */
  gatewayFile(ends: TunnelTexts): string;
}

/** As seen from the end that the file is for. */
export interface TunnelTexts {
  readonly address: string;
  readonly farAddress: string;
  readonly key: string;
}

export function createDeviceTunnels(draft: LabDraft): DeviceTunnels {
  const plans = new Map<NodeId, DevicePlan | undefined>();
  const { topology, options } = draft;

  function planOf(node: NodeId): DevicePlan | undefined {
    if (!options.estate || topology.nodes.get(node)?.role !== "vpnDevice") return undefined;
    if (!plans.has(node)) plans.set(node, planDevice(node, topology, options.estate));
    return plans.get(node);
  }

  return {
    find(link, nodes) {
      for (const device of nodes) {
        const plan = planOf(device);
        const tunnel = plan?.tunnels.find((one) => one.link === link);
        if (plan && tunnel) return filesOf(draft, device, plan, tunnel);
      }
      return undefined;
    },
  };
}

function filesOf(
  draft: LabDraft,
  device: NodeId,
  plan: DevicePlan,
  tunnel: DevicePlan["tunnels"][number],
): DeviceTunnelFiles {
  const offered = swanctlTunnel(tunnel);
  const offers = { ike: offered.ikeProposals, ipsec: offered.espProposals };
  const { ike, ipsec } = runnableOffers(offers, draft.options);
  const replaced = replacedOffers(offers, draft.options);
  for (const one of replaced) leaveOut(draft, tunnel.link, whyReplaced(one, "its policy is"));

  return {
    device,
    deviceBegins: tunnel.begins,
    deviceFiles: ({ address, farAddress, key }) => ({
      swanctl: fillIn(swanctlFile(plan, tunnel), [
        [tunnel.localAddress, address],
        [tunnel.farAddress, farAddress],
        [tunnel.key, key],
        ...replaced,
      ]),
      strongswan: strongswanFile(plan),
    }),
    gatewayFile: ({ address, farAddress, key }) =>
      swanctlConf([
        {
          ...offered,
          name: "tunnel",
          localAddress: address,
          farAddress,
          key,
          ikeProposals: ike,
          espProposals: ipsec,
          begins: !tunnel.begins,
          settings:
            tunnel.policy.ikeVersion === 1 ? ["dpd_delay = 2s", "dpd_timeout = 10s"] : ["dpd_delay = 2s"],
          childSettings: [],
        },
      ]),
  };
}

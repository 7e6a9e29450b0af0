import {
  type Address,
  addressFamily,
  equals,
  formatAddress,
  hostPrefix,
  parseAddress,
} from "../../src/ip/index.ts";
import { propertyOf, textOf, valueAt } from "../../src/model/properties.ts";
import type { Resource } from "../../src/model/resource.ts";
import { keyOf } from "../../src/model/resource-id.ts";
import type { Node } from "../../src/model/topology.ts";
import type { Flow, Trace, TraceEnd } from "../../src/model/trace.ts";
import { isList } from "../../src/model/unknown.ts";
import type { Lab } from "./lab.ts";
import { same } from "./lab-json.ts";
import { withoutPrefix } from "./predict-host.ts";
import type { SolvedLab } from "./predict-tables.ts";
import type { Probe } from "./recording.ts";

export type Tracer = (from: TraceEnd, to: TraceEnd, flow: Flow) => Trace;

export interface PredictedProbe {
  readonly probe: Probe;
  readonly reached: boolean | undefined;
  /** Of a trace: the last that answers. */
  readonly last?: string | null;
  readonly because: string;
}

/** Somewhere out there, for a name that only DNS knows. */
const INTERNET = "192.0.2.1";

/**
 * What becomes of a trace, a ping or a request. Traces listen for ICMP, which no way out through address translation
 * brings back, so one to the internet ends without an answer.
 * https://learn.microsoft.com/azure/nat-gateway/nat-overview
 */
export function predictProbe(probe: Probe, lab: SolvedLab, trace: Tracer): PredictedProbe {
  const from = endOf(probe.from, undefined, probe.family, lab);
  const to = endOf(probe.to, probe.address, probe.family, lab);
  if (!from || !to)
    return { probe, reached: undefined, because: `nothing in the estate is ${from ? probe.to : probe.from}` };

  const leaves = "internet" in to;
  if (probe.what === "trace" && leaves) {
    return {
      probe,
      reached: false,
      last: null,
      because: "no answer to a trace comes back from the internet",
    };
  }
  const { outcome, because } = trace(from, to, flowOf(probe));
  const reached = outcome === "delivered" || (leaves && outcome === "leavesEstate");
  return {
    probe,
    reached,
    because: `${outcome}: ${because}`,
    ...(probe.what === "trace" ? { last: reached && !leaves ? formatAddress(to.address) : null } : {}),
  };
}

/** A trace's last hop is its end where that is reached; where it is not, which router answered last hangs on a hash. */
export function isHit({ probe, reached, last }: PredictedProbe, lab: Lab): boolean {
  if (reached !== probe.reached) return false;
  if (probe.what !== "trace" || !probe.reached) return true;
  return spelling(probe.last ?? null, probe, lab) === last;
}

/** Azure's resolver answers a host's own name (`spoke1vm.internal.cloudapp.net`) for its own address. */
function spelling(last: string | null, { from, family }: Probe, lab: Lab): string | null {
  if (last === null || parseAddress(last)) return last;
  const host = last.split(".")[0] ?? "";
  const own = hostNic(host, lab) ?? hostNic(from, lab);
  return (own && addressOf(own, family)) ?? last;
}

function flowOf({ what }: Probe): Flow {
  if (what === "ping") return { protocol: "icmp" };
  return what === "curl" ? { protocol: "tcp", port: 80 } : { protocol: "udp" };
}

function endOf(
  name: string,
  address: string | undefined,
  family: number,
  lab: SolvedLab,
): TraceEnd | undefined {
  const told = address === undefined ? parseAddress(name) : parseAddress(address);
  if (told) return nodeAt(told, lab) ?? { internet: told };

  const nic = hostNic(name.split(".")[0] ?? name, lab.lab);
  const own = nic && parseAddress(addressOf(nic, family) ?? "");
  if (nic && own) return nodeAt(own, lab) ?? { node: keyOf(nic.id), address: own };
  const out = parseAddress(family === 6 ? "2001:db8::1" : INTERNET);
  return out && isOutside(name) ? { internet: out } : undefined;
}

function isOutside(name: string): boolean {
  return same(name, "internet") || name.includes(".");
}

function nodeAt(address: Address, { topology }: SolvedLab): TraceEnd | undefined {
  const wanted = hostPrefix(address);
  const owners = [...topology.nodes.values()].filter(
    (node) => holds(node) && node.prefixes.some((prefix) => equals(prefix, wanted)),
  );
  const [owner] = owners;
  return owner && { node: owner.id, address };
}

function holds({ role }: Node): boolean {
  return role !== "virtualNetwork" && role !== "subnet" && role !== "site";
}

/** `hub1Vm`, or `hub1` for the machine of that network. */
function hostNic(name: string, lab: Lab): Resource | undefined {
  const machines = [...lab.estate.resources.values()].filter(
    ({ type }) => type.toLowerCase() === "microsoft.compute/virtualmachines",
  );
  const machine = machines.find((one) => {
    const short = withoutPrefix(one.name, lab);
    return same(one.name, name) || same(short, name) || same(short, `${name}vm`);
  });
  const nics = machine && propertyOf(machine, "networkProfile", "networkInterfaces");
  const first = isList(nics) ? textOf(valueAt(nics[0], ["id"])) : undefined;
  return first === undefined ? undefined : lab.estate.resources.get(keyOf(first));
}

function addressOf(nic: Resource, family: number): string | undefined {
  const configurations = propertyOf(nic, "ipConfigurations");
  if (!isList(configurations)) return undefined;
  return configurations
    .flatMap((one) => textOf(valueAt(one, ["properties", "privateIPAddress"])) ?? [])
    .find((text) => {
      const address = parseAddress(text);
      return address && addressFamily(address) === family;
    });
}

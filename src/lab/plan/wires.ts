import type { LabLink, LabLinkEnd } from "../lab-plan.ts";
import { type LabDraft, type NamespaceDraft, tableNumber } from "./lab-draft.ts";

/** One end of a veth pair: what sends into it comes out at the other, and is looked up in what that one says. */
interface End {
  readonly namespace: NamespaceDraft;
  readonly device: string;
  /** What arrives here is looked up in this table; absent: nothing but what is for the namespace itself arrives. */
  arrival?: string;
}

/** Where something leads that is sent into `device`. */
export interface Lead {
  readonly device: string;
  /** The other end of it. */
  readonly far: string;
}

export interface Wires {
  /**
   * A way from one namespace into another, or back into the same, where packets are looked up in the table for
   * `arrival` alone. `variant` keeps apart what would else be one: traffic that a link judges differently.
   */
  lead(
    from: NamespaceDraft,
    to: NamespaceDraft,
    arrival: string | undefined,
    link?: string,
    variant?: string,
  ): Lead;
}

/**
 * Both ends of all pairs have one hardware address and ask nobody for any: a route needs no next hop but the device,
 * and there are no addresses to plan.
 */
const HARDWARE = "address 02:00:00:00:00:01 arp off";

const FIRST_PREFERENCE = 100;

export function createWires(draft: LabDraft): Wires {
  const wires = new Map<string, [End, End][]>();

  function make(key: string, from: NamespaceDraft, to: NamespaceDraft, link: string | undefined): [End, End] {
    const name = draft.names.nameOf(`wire ${key}`, "w");
    const ends: [End, End] = [
      { namespace: from, device: `${name}a` },
      { namespace: to, device: `${name}b` },
    ];
    draft.links.push(labLink(ends, link));
    for (const { namespace, device } of ends) namespace.ip.push(`link set ${device} ${HARDWARE} up`);
    return ends;
  }

  return {
    lead(from, to, arrival, link, variant = "") {
      const key = [...[from.id, to.id].sort(), link ?? "", variant].join("|");
      const known = wires.get(key) ?? [];
      for (const ends of known) {
        const [near, far] = from === to || ends[0].namespace === from ? ends : [ends[1], ends[0]];
        if (far.arrival !== undefined && arrival !== undefined && far.arrival !== arrival) continue;

        arrive(far, arrival);
        return { device: near.device, far: far.device };
      }

      const ends = make(`${key}|${known.length}`, from, to, link);
      wires.set(key, [...known, ends]);
      arrive(ends[1], arrival);
      return { device: ends[0].device, far: ends[1].device };
    },
  };
}

function arrive(end: End, arrival: string | undefined): void {
  if (arrival === undefined || end.arrival !== undefined) return;

  end.arrival = arrival;
  lookUpArrivals(end.namespace, end.device, arrival);
}

/** What comes in at the device is looked up in the table for `purpose`, and in no other. */
export function lookUpArrivals(namespace: NamespaceDraft, device: string, purpose: string): void {
  const table = tableNumber(namespace, purpose);
  namespace.arrivals.set(device, purpose);
  namespace.ip.push(`rule add pref ${FIRST_PREFERENCE} iif ${device} lookup ${table}`);
}

function labLink(ends: readonly [End, End], link: string | undefined): LabLink {
  const [a, b] = ends.map(({ namespace, device }): LabLinkEnd => ({ namespace: namespace.name, device }));
  if (!a || !b) throw new Error("A wire has two ends.");
  return link === undefined ? { ends: [a, b] } : { link, ends: [a, b] };
}

import { type Address, addressFamily, firstAddress } from "../../ip/index.ts";
import type { Forwarding, Node } from "../../model/topology.ts";
import { decidedBy, type End, endsAt, type Journey } from "./journey.ts";
import { passFilters } from "./pass-filters.ts";
import { type Errand, nameOf } from "./world.ts";

/** What its node does with a packet for somebody else, up to where the packet leaves. */
export function sendOn(journey: Journey, errand: Errand): Journey | End {
  const { forwarding } = journey.node;
  const name = nameOf(journey.node, errand.world);
  if (forwarding.does === "no") {
    const because = `${name} does not forward: ${forwarding.because}`;
    return endsAt(says(journey, forwarding.because), "dropped", because);
  }
  if (forwarding.does === "unknown") {
    return endsAt(journey, "notModelled", `Whether ${name} forwards is not known: ${forwarding.because}`);
  }
  const noted = note(journey, forwarding);
  const sent = forwarding.sourceNat && !errand.memory ? translateSource(noted) : noted;
  return passFilters(sent, "outbound", errand);
}

/** Who translates remembers its flows, so it must see both directions too. */
function note(
  journey: Journey,
  { stateful, sourceNat, assumed }: Extract<Forwarding, { readonly does: "yes" }>,
): Journey {
  return {
    ...journey,
    stateful:
      stateful || sourceNat
        ? [...journey.stateful, journey.node.machine ?? journey.node.id]
        : journey.stateful,
    assumed: assumed === undefined ? journey.assumed : [...journey.assumed, assumed],
  };
}

function translateSource(journey: Journey): Journey {
  const { node, packet } = journey;
  const outside = ownAddress(node, packet.source);
  if (!outside) return journey;

  return {
    ...says(journey, "sourceNat"),
    packet: { ...packet, source: outside },
    rewrites: [...journey.rewrites, { by: node.id, inside: packet.source, outside }],
  };
}

/** Of the same family as the other; the first where it has several. */
export function ownAddress(node: Node, like: Address): Address | undefined {
  const own = node.prefixes.find(({ family }) => family === addressFamily(like));
  return own && firstAddress(own);
}

function says(journey: Journey, text: string): Journey {
  return decidedBy(journey, { what: "setting", says: text, origin: journey.node.origin });
}

import { type Address, compareAddresses, containsAddress, firstAddress, translate } from "../../ip/index.ts";
import type { Link, LinkEnd, Translation } from "../../model/topology.ts";
import type { Decider } from "../../model/trace.ts";
import { decidedBy, type End, endsAt, type Journey } from "./journey.ts";
import type { Errand } from "./world.ts";

/** A packet that leaves this end: its source becomes the external one. */
export function translateLeaving(journey: Journey, link: Link, end: LinkEnd): Journey {
  const { source } = journey.packet;
  const translation = end.translations?.find(({ internal }) => containsAddress(internal, source));
  if (!translation) return journey;

  const outside = externalOf(source, translation);
  const translated = decidedBy(journey, says(translation, end));
  return {
    ...translated,
    packet: { ...journey.packet, source: outside },
    rewrites: [...journey.rewrites, { by: keyOf(link, end, translation), inside: source, outside }],
  };
}

/** Many share the few: which one a flow gets does not matter, only that the answer finds back. */
function externalOf(source: Address, { internal, external, dynamic }: Translation): Address {
  return (dynamic ? undefined : translate(source, internal, external)) ?? firstAddress(external);
}

/** A packet that arrives at this end: its destination becomes the internal one. */
export function translateArriving(
  journey: Journey,
  link: Link,
  end: LinkEnd,
  { memory }: Errand,
): Journey | End {
  const { destination } = journey.packet;
  const translation = end.translations?.find(({ external }) => containsAddress(external, destination));
  if (!translation) return journey;

  const known = memory?.rewrites.find(
    ({ by, outside }) => by === keyOf(link, end, translation) && compareAddresses(outside, destination) === 0,
  );
  const { dynamic, external, internal, name } = translation;
  const inside = known?.inside ?? (dynamic ? undefined : translate(destination, external, internal));
  if (!inside)
    return endsAt(journey, "dropped", `${name} is dynamic: flows begin only at its internal range.`);

  return {
    ...decidedBy(journey, says(translation, end)),
    packet: { ...journey.packet, destination: inside },
  };
}

function keyOf(link: Link, end: LinkEnd, { name }: Translation): string {
  return `${link.id} ${end.node} ${name}`;
}

function says({ name }: Translation, { origin }: LinkEnd): Decider {
  return { what: "setting", says: `translated by ${name}`, origin };
}

import type { Difference, PairGroup, Subject } from "../../diff.ts";
import type { KeptPairs, Side } from "../../survive.ts";
import { type Ends, nameIn } from "./diff-words.ts";

/** What `diff --format json` answers. */
export function diffAnswer(difference: Difference, ends: Ends) {
  const { added, removed, changed, pairs, gained, lost, repathed, price } = difference;
  const subject = ({ id, type }: Subject) => ({ id, name: nameIn(ends, id), type });
  const side = ({ networks, endpoints }: Side) => ({
    network: nameIn(ends, networks[0] ?? ""),
    andLike: networks.length - 1,
    endpoints: endpoints.map((id) => nameIn(ends, id)),
  });
  const group = <T extends PairGroup | KeptPairs>(one: T) => ({
    ...one,
    from: side(one.from),
    to: side(one.to),
  });
  return {
    format: "isthmus/diff",
    version: 1,
    added: added.map(subject),
    removed: removed.map(subject),
    changed: changed.map((one) => ({ ...subject(one), properties: one.properties })),
    pairs,
    gained: gained.map(group),
    lost: lost.map(group),
    repathed: repathed.map(group),
    price,
  };
}

import type { Family, Prefix } from "../ip/index.ts";
import type { Learns, NextHop, NodeId, Sends } from "../model/topology.ts";

/** Of routes that nobody gave another, as on every router. */
export const DEFAULT_LOCAL_PREFERENCE = 100;

/** What is taken, but for what a session says otherwise. */
export function learns(weight: number, others: Partial<Learns> = {}): Learns {
  return { weight, acceptsOwnAsn: false, ...others };
}

/** What is told, but for what a session says otherwise. */
export function sends(tags: readonly string[], others: Partial<Sends> = {}): Sends {
  return {
    tags,
    families: IPV4,
    exceptDefaultRoute: false,
    prepend: 0,
    replacesFarAsn: false,
    stripsPrivateAsns: false,
    reflects: false,
    ...others,
  };
}

const IPV4: readonly Family[] = [4];

export function toNodes(...nodes: readonly NodeId[]): NextHop {
  return { to: "nodes", nodes };
}

export function overLink(link: string): NextHop {
  return { to: "link", link };
}

/** Only these ranges where somebody listed them. */
export function onlyThese(prefixes: readonly Prefix[] | undefined): Pick<Sends, "only"> {
  return prefixes === undefined ? {} : { only: prefixes };
}

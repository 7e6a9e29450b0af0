import type { LabDaemon, LabLink, LabNamespace, LabPlan } from "../lab-plan.ts";

/** What must be done to what runs, so that it is what is wanted. */
export interface Changes {
  readonly namespaces: { readonly add: readonly LabNamespace[]; readonly remove: readonly LabNamespace[] };
  readonly links: { readonly add: readonly LabLink[]; readonly remove: readonly LabLink[] };
  /** New namespaces included, with all their lines. */
  readonly lines: readonly {
    readonly name: string;
    readonly add: readonly string[];
    readonly remove: readonly string[];
  }[];
  readonly filters: readonly LabNamespace[];
  readonly daemons: {
    readonly add: readonly LabDaemon[];
    readonly change: readonly LabDaemon[];
    readonly remove: readonly LabDaemon[];
  };
  readonly count: number;
}

export function comparePlans(running: LabPlan, wanted: LabPlan): Changes {
  const namespaces = difference(running.namespaces, wanted.namespaces, ({ name }) => name);
  const links = difference(running.links, wanted.links, (link) => JSON.stringify(link));
  const daemons = difference(running.daemons, wanted.daemons, placeOf);
  const before = new Map(running.namespaces.map((namespace) => [namespace.name, namespace]));
  const renewed = new Set(links.add.flatMap(({ ends }) => ends.map(({ device }) => device)));

  const lines = wanted.namespaces.flatMap(({ name, ip }) => {
    const had = new Set(before.get(name)?.ip);
    const has = new Set(ip);
    // What stood on a device that is made again is gone with it.
    const add = ip.filter((line) => !had.has(line) || line.split(" ").some((word) => renewed.has(word)));
    const remove = [...had].filter((line) => !has.has(line));
    return add.length + remove.length === 0 ? [] : [{ name, add, remove }];
  });
  const filters = wanted.namespaces.filter(({ name, nft }) => before.get(name)?.nft !== nft);
  const runningDaemons = new Map(running.daemons.map((daemon) => [placeOf(daemon), daemon]));
  const change = wanted.daemons.filter((daemon) => {
    const old = runningDaemons.get(placeOf(daemon));
    return old !== undefined && JSON.stringify(old) !== JSON.stringify(daemon);
  });
  const lists = [
    namespaces.add,
    namespaces.remove,
    links.add,
    links.remove,
    lines.flatMap(({ add, remove }) => [...add, ...remove]),
    filters,
    daemons.add,
    daemons.remove,
    change,
  ];
  let count = 0;
  for (const list of lists) count += list.length;
  return { namespaces, links, lines, filters, daemons: { ...daemons, change }, count };
}

/** The same program in the same place: with other files it is changed, elsewhere it is another. */
function placeOf({ name, namespace, program }: LabDaemon): string {
  return `${name} ${namespace} ${program}`;
}

function difference<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string) {
  const had = new Set(before.map(keyOf));
  const has = new Set(after.map(keyOf));
  return {
    add: after.filter((one) => !had.has(keyOf(one))),
    remove: before.filter((one) => !has.has(keyOf(one))),
  };
}

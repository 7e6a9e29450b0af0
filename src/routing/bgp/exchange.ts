import { type AsPath, createAsPaths } from "./as-paths.ts";
import { DEFAULT_LOCAL_PREFERENCE, type Heard, type Hop } from "./heard.ts";
import { tells } from "./policy.ts";
import type { Owned, PrefixClass } from "./prefix-classes.ts";
import type { Ear, Talkers } from "./speakers.ts";
import { toldPath } from "./told-path.ts";

/** What becomes of a route between two talkers. It remembers, so that equal routes are one object in all classes. */
export interface Exchange {
  own(owned: Owned, place: number): Heard;
  /** What is heard at the far side of the ear of a route that its talker uses; `undefined`: nothing. */
  pass(ear: Ear, route: Heard, prefixClass: PrefixClass): Heard | undefined;
}

export function createExchange({ ears }: Talkers): Exchange {
  const paths = createAsPaths();
  const toldPaths = ears.map(() => new Map<AsPath, AsPath>());
  const takenPaths = ears.map(() => new Map<AsPath, boolean>());
  const hops = ears.map(hopOf);
  const known = new Map<string, Heard>();

  function intern(key: string, heard: Omit<Heard, "id">): Heard {
    const same = known.get(key);
    if (same !== undefined) return same;

    const fresh = { id: known.size, ...heard };
    known.set(key, fresh);
    return fresh;
  }

  function pathFrom(ear: Ear, path: AsPath): AsPath {
    const asns = () => toldPath(path.asns, ear.end.sends, ear.talker.speaker.asn, ear.farTalker.speaker.asn);
    return remember(toldPaths[ear.index], path, () => paths.of(asns()));
  }

  function hear(ear: Ear, path: AsPath, tag: string, hop: Hop | undefined): Heard | undefined {
    if (!remember(takenPaths[ear.index], path, () => takes(ear, path.asns))) return undefined;

    const { weight, localPreference = DEFAULT_LOCAL_PREFERENCE } = ear.end.learns;
    const kept = ear.end.learns.tag ?? tag;
    return intern(`${ear.index} ${path.id} ${hop?.id ?? ""} ${kept}`, {
      path,
      tag: kept,
      weight,
      localPreference,
      ear,
      own: 0,
      hop,
    });
  }

  return {
    own({ talker, origination: { tag, weight } }, place) {
      return intern(`own ${talker.index} ${place} ${weight} ${tag}`, {
        path: paths.of([]),
        tag,
        weight,
        localPreference: DEFAULT_LOCAL_PREFERENCE,
        ear: undefined,
        own: place,
        hop: undefined,
      });
    },

    pass(ear, route, prefixClass) {
      const far = ears[ear.farIndex];
      if (far === undefined) return undefined;
      // What is one's own is refused from outside alone: an ExpressRoute gateway tells the VPN gateway beside it of the
      // networks that both stand in, as recorded tables show.
      if (!ear.isInternal && prefixClass.refusedBy.has(far.talker.index)) return undefined;

      const tellable = {
        tag: route.tag,
        cameFromThere: route.ear === ear,
        cameFromInside: route.ear?.isInternal ?? false,
      };
      const listed = prefixClass.listedBy.has(ear.index);
      if (!tells(ear.end, ear.isInternal, tellable, { ...prefixClass, listed })) return undefined;

      const kept = ear.end.sends.reflects ? route.hop : undefined;
      return hear(far, pathFrom(ear, route.path), route.tag, kept ?? hops[far.index]);
    },
  };
}

function takes({ talker, end, onlyAsPath }: Ear, asns: readonly number[]): boolean {
  if (!end.learns.acceptsOwnAsn && asns.includes(talker.speaker.asn)) return false;

  return onlyAsPath === undefined || (onlyAsPath !== "none" && onlyAsPath.matches(asns));
}

function hopOf({ index, end, farEnd }: Ear): Hop {
  return { id: index, nextHopAddress: farEnd.address, via: end.via, shownAs: end.shownAs };
}

function remember<K, V>(memory: Map<K, V> | undefined, key: K, find: () => V): V {
  const known = memory?.get(key);
  if (known !== undefined) return known;

  const found = find();
  memory?.set(key, found);
  return found;
}

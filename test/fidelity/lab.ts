import type { Estate } from "../../src/model/estate.ts";

/** A network that somebody recorded. */
export interface Lab {
  readonly name: string;
  /** What the author put before the names of his resources: `Lab08`; records name hosts without it. */
  readonly namePrefix: string;
  readonly source: Source;
  readonly estate: Estate;
  readonly hosts: readonly Host[];
  /** What a provider calls its links, by `<circuit>/<path>`. */
  readonly linkNames: Readonly<Record<string, string>>;
  /** What the file says and the estate does not. */
  readonly unread: readonly string[];
}

export interface Source {
  readonly repository: string;
  readonly commit: string;
  readonly licence: string;
  readonly copyright: string;
}

/** A machine that runs FRRouting, with what no estate says of it. */
export interface Host {
  readonly name: string;
  readonly loopback?: string;
  /** In the order in which the kernel names them: `eth0`, `eth1`. */
  readonly interfaces: readonly { readonly address: string; readonly subnet: string }[];
  readonly tunnels: readonly {
    readonly name?: string;
    readonly interface: string;
    readonly insideAddress?: string;
    readonly remoteBgpAddress: string;
  }[];
  /** `via` an address or an interface. */
  readonly staticRoutes: readonly { readonly prefix: string; readonly via: string }[];
  /** Sessions whose routes get a local preference. */
  readonly localPreferences: Readonly<Record<string, number>>;
}

/** Something that is down, in the words of the recordings. */
export interface Down {
  readonly kind: string;
  readonly [key: string]: unknown;
}

import type { Prefix } from "../ip/index.ts";

/** What happens to a route that arrives. */
export interface Learns {
  /** Absent: it keeps the tag it came with. */
  readonly tag?: string;
  readonly weight: number;
  /** 100 where absent. */
  readonly localPreference?: number;
  /** Taken although its own number is on the way. */
  readonly acceptsOwnAsn: boolean;
  /** Only from these; absent: everything. A pattern over the path, written with blanks. */
  readonly onlyAsPath?: string;
  /** More than this, and the session goes down. */
  readonly limit?: { readonly routes: number; readonly because: string };
}

/** What is told to the far end: best routes alone, and between two of one number none that came from such a session. */
export interface Sends {
  readonly tags: readonly string[];
  readonly families: readonly (4 | 6)[];
  /** Nothing else; absent: everything that `tags` admit. */
  readonly only?: readonly Prefix[];
  /** Never `0.0.0.0/0` or `::/0`. */
  readonly exceptDefaultRoute: boolean;
  readonly prepend: number;
  /** The far end's number on the path becomes one's own. */
  readonly replacesFarAsn: boolean;
  /** Private numbers are taken off the path. */
  readonly stripsPrivateAsns: boolean;
  /** A reflector: what came from a session of its own number is passed on too, with the next hop that it had. */
  readonly reflects: boolean;
}

import type { Prefix } from "../ip/index.ts";

/** What was given and decided before, so that a new network moves nothing. Ranges stand as text in the file. */
export interface Lock {
  readonly file: string;
  readonly regionBlocks: ReadonlyMap<string, readonly Prefix[]>;
  readonly networks: ReadonlyMap<string, LockedNetwork>;
  /** By the names of both ends, in order of the alphabet. */
  readonly connections: ReadonlyMap<string, LockedConnection>;
  /** The network whose gateway a network uses; itself where it has its own. */
  readonly hosts: ReadonlyMap<string, string>;
  /** The size of each gateway and circuit, by what it is and where. */
  readonly sizes: ReadonlyMap<string, string>;
}

export interface LockedNetwork {
  /** Planned ranges; empty where a person fixed them. */
  readonly addressSpace: readonly Prefix[];
  readonly subnets: ReadonlyMap<string, readonly Prefix[]>;
}

export interface LockedConnection {
  readonly kind: string;
}

export function emptyLock(file: string): Lock {
  return {
    file,
    regionBlocks: new Map(),
    networks: new Map(),
    connections: new Map(),
    hosts: new Map(),
    sizes: new Map(),
  };
}

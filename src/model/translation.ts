import type { Prefix } from "../ip/index.ts";

/** One range for another of the same length, of the source of packets that leave; of the destination of those that arrive. */
export interface Translation {
  readonly name: string;
  readonly internal: Prefix;
  readonly external: Prefix;
  /** Many behind few: flows begin at `internal` only. */
  readonly dynamic: boolean;
}

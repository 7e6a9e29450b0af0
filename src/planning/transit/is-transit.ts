import type { Wish } from "../../model/connection-kind.ts";

/** Two sites, or users and a site: what Azure joins, if at all, at a gateway where both come in. */
export function isTransit({ ends, kind }: Pick<Wish, "ends" | "kind">): boolean {
  return (
    kind === undefined &&
    ends.every(({ type }) => type !== "virtualNetwork") &&
    ends.some(({ type }) => type === "site")
  );
}

import type { Wish } from "../../model/connection-kind.ts";
import type { SiteIntent, VirtualNetworkIntent } from "../../model/intent.ts";

export interface Ends {
  readonly network: VirtualNetworkIntent;
  readonly site: SiteIntent;
}

/** Both ends of a wish that this kind joins; `undefined` for any other. */
export function endsOf({ ends: [a, b] }: Wish): Ends | undefined {
  if (a.type === "virtualNetwork" && b.type === "site") return { network: a.network, site: b.site };
  if (a.type === "site" && b.type === "virtualNetwork") return { network: b.network, site: a.site };
  return undefined;
}

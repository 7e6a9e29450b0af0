import type { Prefix } from "../../ip/index.ts";
import type { SiteIntent, VpnDeviceIntent } from "../../model/intent.ts";
import type { Resource } from "../../model/resource.ts";
import type { Field } from "../../model/unknown.ts";

/** Between public addresses, or between private ones that a circuit joins. */
export type Way = "internet" | "privatePath";

/** From the gateway to one device of the site. */
export interface Tunnel {
  readonly name: string;
  readonly site: SiteIntent;
  readonly device: VpnDeviceIntent;
  /** The network that the gateway stands in. */
  readonly host: Resource;
  readonly hostName: string;
  readonly gateway: Resource;
  readonly way: Way;
  readonly isPolicyCustom: boolean;
  /** Those of the gateway that give the site other addresses. */
  readonly natRules: readonly Resource[];
  /** What each range of the site is translated into; none where it is not. */
  readonly natRanges: readonly (Prefix | undefined)[];
}

/** A connection stands in the region of its gateway. */
export function locationOf({ gateway, host, hostName }: Tunnel): Field<string> {
  return (
    gateway.location ??
    host.location ?? {
      kind: "unknown",
      because: `the region of ${hostName} is not given`,
      origin: host.origin,
    }
  );
}

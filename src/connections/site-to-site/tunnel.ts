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

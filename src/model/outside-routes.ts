/** How a gateway and what is outside Azure learn each other's ranges. */
export interface OutsideRoutes {
  /** `tunnel`: it ends at a VPN gateway; `circuit`: at an ExpressRoute gateway. */
  readonly medium: "tunnel" | "circuit";
  /** `static`: they are written down on both sides; `client`: the gateway hands them out, and is told nothing. */
  readonly by: "bgp" | "static" | "client";
  /** Of the routers outside, as far as they are known. */
  readonly asns: readonly number[];
}

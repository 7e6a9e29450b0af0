import type { Refusal } from "../../model/connection-kind.ts";

/** Where could gateways stand? Networks are known by their names; everything may come in any order. */
export interface HostProblem<D extends GatewayDemand = GatewayDemand> {
  readonly networks: readonly HostNetwork[];
  readonly peerings: readonly AllowedPeering[];
  readonly demands: readonly D[];
  /**
   * Pure. Asked with at least one demand, and with all that would meet at this host. The exact method takes any
   * function; the lower bound of the heuristic and the search for a conflict rest on more demands never costing less,
   * never taking fewer gateways, and never undoing a refusal.
   */
  priceOf(host: string, demands: readonly D[]): GatewayPrice | Refusal;
}

export interface HostNetwork {
  readonly name: string;
  /** It has a gateway of its own whatever the price: it uses nobody else's. */
  readonly mustOwn?: boolean;
  /** An existing network that must not change, for example. */
  readonly mayHost?: boolean;
  /** Itself, or the one network whose gateway it uses: it may not choose, and does not host where it is another. */
  readonly fixedHost?: string;
}

export interface AllowedPeering {
  readonly between: readonly [string, string];
  /** False: it is made only where a network uses the gateway at its other end. */
  readonly asked: boolean;
  /** What it costs where it is added; absent: nothing. */
  readonly price?: Price;
}

/** A connection that needs a gateway at its network, or at the host of its network. */
export interface GatewayDemand {
  /** Unique. */
  readonly id: string;
  readonly network: string;
  /** The only host that this demand accepts; all demands of a network share theirs. */
  readonly via?: string;
}

export interface Price {
  /** Where the price is not known, the part that is. */
  readonly monthly?: number;
  readonly isKnown: boolean;
}

export interface GatewayPrice extends Price {
  /** A VPN and an ExpressRoute gateway at one host are two; absent: one. */
  readonly gateways?: number;
}

import type { PlannedNetworks, Refusal } from "./connection-kind.ts";
import type { Reason } from "./decision.ts";
import type { Demand, Placement } from "./demand.ts";
import type { EstateIndex } from "./estate-index.ts";
import type { Intent } from "./intent.ts";
import type { Meter } from "./meter.ts";
import type { Resource, ResourceId } from "./resource.ts";

/** Something that several connections share: a gateway, a circuit. It sizes itself for all that is demanded of it. */
export interface FacilityType {
  /** Also the name of its folder. */
  readonly name: string;
  readonly title: string;
  /** It passes routes on between gateways of one network that tell each other nothing. */
  readonly joinsGateways?: true;
  /** What it asks of other facilities because of one demand. */
  demandsInTurn?(demand: Demand): readonly Demand[];
  /**
   * Pure: the same demands in any order give the same size. A refusal names what no size can do. `costOf`: a facility
   * knows no price, and is given them where two sizes do the same.
   */
  size(at: Placement, demands: readonly Demand[], intent: Intent, costOf?: CostOf): SizedFacility | Refusal;
  /**
   * Called when all sizes and addresses are known; the main resource, which others refer to, comes first. `besides` are
   * the other facilities of the design; `pools` the addresses of client pools by the users' name.
   */
  build(
    sized: SizedFacility,
    networks: PlannedNetworks,
    besides: readonly SizedFacility[],
    pools: ReadonlyMap<string, readonly string[]>,
  ): readonly Resource[];
  recognise(estate: EstateIndex): readonly RecognisedFacility[];
}

/** What a meter costs a month at its quantity; `undefined` where no price is known. */
export type CostOf = (meter: Meter) => number | undefined;

export interface SizedFacility {
  readonly facility: string;
  readonly title: string;
  readonly at: Placement;
  /** Names the main resource: `hub-vpn`. */
  readonly name: string;
  readonly sku: string;
  readonly demands: readonly Demand[];
  readonly asn?: number;
  readonly addresses: readonly AddressDemand[];
  readonly meters: readonly Meter[];
  readonly because: readonly Reason[];
}

/** Room that the address plan must give before anything is built. */
export type AddressDemand =
  | {
      readonly type: "subnet";
      readonly virtualNetwork: string;
      readonly name: string;
      readonly length: number;
      /** Instead, where another facility asks for the same subnet. */
      readonly sharedLength?: number;
    }
  | { readonly type: "clientPool"; readonly users: string; readonly region: string; readonly length: number }
  /** What a range of a site is translated into. */
  | {
      readonly type: "natRange";
      readonly site: string;
      readonly internal: string;
      readonly region: string;
      readonly length: number;
    };

export interface RecognisedFacility {
  readonly facility: string;
  readonly resource: ResourceId;
  readonly sku?: string;
  /** Other resources whose connections use this one, too. */
  readonly joins?: readonly ResourceId[];
  /** A few words for a map: `VPN gateway VpnGw1AZ`. */
  readonly label: string;
  meters(): readonly Meter[];
}

export function isRefused(value: SizedFacility | Refusal): value is Refusal {
  return "waysOut" in value;
}

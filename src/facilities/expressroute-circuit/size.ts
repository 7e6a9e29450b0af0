import { circuitSkus } from "../../azure/expressroute-circuits.ts";
import { formatBandwidth } from "../../model/bandwidth.ts";
import type { Refusal } from "../../model/connection-kind.ts";
import type { Demand, Placement } from "../../model/demand.ts";
import type { CostOf, SizedFacility } from "../../model/facility-type.ts";
import type { CircuitIntent, Intent } from "../../model/intent.ts";
import { keyOf } from "../../model/resource-id.ts";
import { choosePlan, type Plan, plansFor } from "./choose-plan.ts";
import { chooseTier, isLocalSure } from "./choose-tier.ts";
import { directReasons, familyOf, refuseUnlimited } from "./direct.ts";
import { circuitMeters, egressMeter } from "./meters.ts";
import { type Requirement, requirementOf } from "./requirement.ts";
import { type Family, formatSkuName, type NamedSku, parseSkuName, type Tier } from "./sku-name.ts";

/** A circuit with what building it needs to know beyond its SKU. */
export interface SizedCircuit extends SizedFacility {
  readonly circuit: CircuitIntent;
  /** Networks whose gateways are linked with it, in the order of the file. */
  readonly virtualNetworks: readonly string[];
  /** Absent of a circuit that exists: it is as it is. */
  readonly order?: { readonly tier: Tier; readonly family: Family; readonly mbps: number };
}

export function sizeCircuit(
  at: Placement,
  demands: readonly Demand[],
  intent: Intent,
  costOf?: CostOf,
): SizedCircuit | Refusal {
  if (!("site" in at)) throw new Error("a circuit belongs to a site");
  const circuit = intent.sites.find(({ name }) => name === at.site)?.circuits[at.circuit];
  if (!circuit) throw new Error(`${at.site} has no circuit ${at.circuit}`);

  const asked = requirementOf(at.site, circuit, demands, intent);
  const base = {
    facility: "expressroute-circuit",
    title: "ExpressRoute circuit",
    at,
    name: nameOfCircuit(at, circuit, intent),
    demands: inOrder(demands),
    addresses: [],
    circuit,
    virtualNetworks: asked.virtualNetworks,
  };
  const overloaded = refuseOverload(asked);
  if (overloaded) return overloaded;
  if (circuit.existing !== undefined) {
    const text = `${base.name} exists already: it is referred to, and neither built nor changed.`;
    return { ...base, sku: "existing", meters: [], because: [{ text }] };
  }
  const named = namedSku(asked);
  if (named && "waysOut" in named) return named;
  return order(base, asked, named, costOf);
}

export function isSizedCircuit(sized: SizedFacility): sized is SizedCircuit {
  return sized.facility === "expressroute-circuit" && "circuit" in sized && "virtualNetworks" in sized;
}

function order(
  base: Omit<SizedCircuit, "sku" | "meters" | "because">,
  asked: Requirement,
  named: NamedSku | undefined,
  costOf: CostOf | undefined,
): SizedCircuit | Refusal {
  const chosen = chooseTier(asked, named?.tier);
  if ("waysOut" in chosen) return chosen;

  const refused = refuseUnlimited(asked.circuit, named);
  if (refused) return refused;
  const { mbps } = chosen;
  const { peeringLocation, port } = asked.circuit;
  const metersOf = ({ tier, family }: Plan) => [
    ...circuitMeters({ name: base.name, tier, family, mbps, peeringLocation, isDirect: port !== undefined }),
    ...(family === "MeteredData" ? [egressMeter(base.name, peeringLocation, asked.egress)] : []),
  ];
  const plans = plansFor(
    chosen.tier,
    familyOf(asked.circuit, chosen.tier, named),
    named === undefined && isLocalSure(mbps, asked),
  );
  const { because, ...plan } = choosePlan(plans, asked.egress, metersOf, costOf);
  const sku = formatSkuName(plan.tier, plan.family);
  return {
    ...base,
    sku,
    order: { ...plan, mbps },
    meters: metersOf(plan),
    because: [...chosen.because, ...because, ...directReasons(asked.circuit, mbps, sku)],
  };
}

/** A circuit that exists and that several sites name is one, and is called after the first of them. */
function nameOfCircuit(
  at: { readonly site: string; readonly circuit: number },
  { existing }: CircuitIntent,
  intent: Intent,
): string {
  const places = intent.sites.flatMap((site) =>
    site.circuits.map((circuit, index) => ({ site: site.name, circuit: index, existing: circuit.existing })),
  );
  const first =
    existing === undefined
      ? undefined
      : places.find((place) => place.existing !== undefined && keyOf(place.existing) === keyOf(existing));
  const { site, circuit } = first ?? at;
  return circuit === 0 ? `${site}-circuit` : `${site}-circuit-${circuit + 1}`;
}

/** More than was ordered is asked for: what a person ordered is theirs to change. */
function refuseOverload({ site, circuit, mbps }: Requirement): Refusal | undefined {
  const { bandwidthMbps } = circuit;
  if (bandwidthMbps === undefined || mbps <= bandwidthMbps) return undefined;
  return {
    because: `${formatBandwidth(mbps)} are asked of the circuit of ${site}, which has ${formatBandwidth(bandwidthMbps)}.`,
    waysOut: [
      `Give the circuit a bandwidth of ${formatBandwidth(mbps)} or more.`,
      `Give ${site} a second circuit.`,
      "Ask for less bandwidth.",
    ],
    origin: circuit.origin,
  };
}

function namedSku({ named, circuit }: Requirement): NamedSku | Refusal | undefined {
  const [name, other] = named;
  if (name === undefined) return undefined;
  const { source } = circuitSkus;
  if (other !== undefined)
    return {
      because: `One circuit has one SKU, and its connections name ${named.join(" and ")}.`,
      source,
      waysOut: ["Name the same SKU everywhere, or none."],
      origin: circuit.origin,
    };
  return (
    parseSkuName(name) ?? {
      because: `${name} is no SKU of a circuit.`,
      source,
      waysOut: [
        "Name one of Local, Standard and Premium, with _MeteredData or _UnlimitedData after it, or none.",
      ],
      origin: circuit.origin,
    }
  );
}

/** One order, whichever way they come. */
function inOrder(demands: readonly Demand[]): readonly Demand[] {
  return [...demands].sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1));
}

function orderKey({ usedBy, asks }: Demand): string {
  return `${usedBy}\n${JSON.stringify(asks)}`;
}

import { circuitProvisioning } from "../../azure/expressroute-circuits.ts";
import type { Wish } from "../../model/connection-kind.ts";
import type { Reason } from "../../model/decision.ts";
import { endsOf } from "./ends.ts";

/** What a person must do, and wait for, beyond the deployment. */
export function notesOnExpressRoute(wish: Wish): readonly Reason[] {
  const circuits = endsOf(wish)?.site.circuits ?? [];
  if (circuits.every(({ existing, port }) => existing !== undefined || port !== undefined)) return [];
  return [
    {
      text: "Deploy it twice: first the circuit, whose service key goes to the provider and which is billed from then on; then, once it is provisioned, the peering and the connection, with circuitProvisioned.",
      source: circuitProvisioning.source,
    },
  ];
}

import type { Needs } from "./needs.ts";

/** What a gateway itself must survive; devices and circuits are other people's. */
export function gatewayLosses({ resilience }: Needs): { readonly survives?: readonly string[] } {
  const loss = resilience?.value;
  return loss === "instance" || loss === "zone" ? { survives: [loss] } : {};
}

import { fact } from "./fact.ts";
import { vpnGatewaySkus } from "./vpn-gateway-skus.ts";

const SKUS = "https://learn.microsoft.com/azure/vpn-gateway/about-gateway-skus";

/** What the Basic gateway does; every other does all. */
export const basicVpnClients = fact(
  { protocols: ["SSTP"], authenticationTypes: ["Certificate"] },
  SKUS,
  "2026-06-11",
  "When SSTP retires, Basic has no protocol left for point-to-site: an inference, no page says so.",
);

/** How many devices the gateway takes with IKEv2 and OpenVPN together; `undefined` where no page says. */
export function vpnClientConnectionsOf(skuName: string): number | undefined {
  const wanted = skuName.toLowerCase();
  const sku = Object.entries(vpnGatewaySkus.value).find(([name]) => name.toLowerCase() === wanted)?.[1];
  const [first] = Object.values(sku?.generations ?? {});
  return first?.ikeV2AndOpenVpnConnections;
}

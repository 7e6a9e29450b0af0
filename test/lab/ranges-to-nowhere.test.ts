import { expect, it } from "vitest";
import type { Variant } from "../scenarios/scenario.ts";
import { planOf } from "./lab-of.ts";

const DEFAULT_SITE = "activeActive: true\n      gatewayDefaultSite: { id: localNetworkGateways/lng-proxy }\n";

/** What the router of the hub, whose gateway learns `0.0.0.0/1`, keeps in its tables. */
function hubRoutes(variant: Variant): string {
  const { namespaces, daemons } = planOf("static-gateway-transit", variant);
  const hub = namespaces.find(({ node }) => node?.endsWith("/virtualnetworks/hub"));
  const router = daemons.find(({ program, namespace }) => program === "bird" && namespace === hub?.name);
  return router?.files.find(({ name }) => name === "bird.conf")?.text ?? "";
}

it("keeps private ranges from what is learned around them, as Azure's rows to nowhere do", () => {
  expect(hubRoutes({})).toContain("route 10.0.0.0/8 blackhole");
});

it("leaves them to a default route that may be learned", () => {
  expect(hubRoutes({ edits: [["activeActive: true\n", DEFAULT_SITE]] })).not.toContain("route 10.0.0.0/8");
});

import { expect, it } from "vitest";
import type { Claims } from "../model/claims.ts";
import { lesserClaims } from "./lesser-claims.ts";

const source = "https://learn.microsoft.com/azure/";
const claim = <T>(value: T) => ({ value, says: `${String(value)}.`, source });
const unknown = { says: "Nobody knows.", source };

const circuit: Claims = {
  encryption: claim<"none">("none"),
  crossesInternet: claim(false),
  bandwidthMbps: claim(1000),
  bandwidthIsGuaranteed: claim(true),
  sla: claim(99.95),
  latencyMs: unknown,
  leadTimeDays: claim(42),
  resilience: claim(["instance", "zone", "device", "circuit"]),
};
const tunnels: Claims = {
  encryption: claim<"betweenNetworks">("betweenNetworks"),
  crossesInternet: claim(false),
  bandwidthMbps: claim(650),
  bandwidthIsGuaranteed: claim(false),
  sla: claim(99.9),
  latencyMs: claim(12),
  leadTimeDays: claim(0.03),
  resilience: claim(["instance", "zone", "circuit"]),
};

it("takes the lesser of both, and the encryption of the tunnels", () => {
  expect(lesserClaims(circuit, tunnels)).toEqual({
    encryption: tunnels.encryption,
    crossesInternet: tunnels.crossesInternet,
    bandwidthMbps: tunnels.bandwidthMbps,
    bandwidthIsGuaranteed: tunnels.bandwidthIsGuaranteed,
    sla: tunnels.sla,
    latencyMs: unknown,
    leadTimeDays: circuit.leadTimeDays,
    resilience: { ...tunnels.resilience, value: ["instance", "zone", "circuit"] },
  });
});

it("crosses the internet where either of them does", () => {
  const outside = { ...circuit, crossesInternet: claim(true) };

  expect(lesserClaims(outside, tunnels).crossesInternet.value).toBe(true);
  expect(lesserClaims(circuit, { ...tunnels, crossesInternet: claim(true) }).crossesInternet.value).toBe(
    true,
  );
});

it("an unknown bandwidth, SLA or lead time stays unknown", () => {
  const silent = { ...circuit, bandwidthMbps: unknown, sla: unknown, leadTimeDays: unknown };

  const { bandwidthMbps, sla, leadTimeDays } = lesserClaims(silent, tunnels);

  expect([bandwidthMbps, sla, leadTimeDays]).toEqual([unknown, unknown, unknown]);
});

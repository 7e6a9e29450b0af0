import type { Severity } from "./diagnostic.ts";

/** Warnings and remarks that no rule makes but a reader, the planner or the proof: they can be ignored as those of rules. */
export const REMARKS: readonly (readonly [id: string, severity: Severity])[] = [
  ["addresses/too-small-growth", "warning"],
  ["arm-template/missing-linked-template", "warning"],
  ["arm-template/stand-in-name", "info"],
  ["arm-template/unknown-resource", "warning"],
  ["azure-export/incomplete-page", "warning"],
  ["azure-export/missing-properties", "warning"],
  ["azure-export/truncated-value", "warning"],
  ["azure-export/unsupported-type", "info"],
  ["connection/unknown-price", "warning"],
  ["expectation/asymmetric-isolation", "warning"],
  ["expectation/unasked-users", "warning"],
  ["expectation/unsupported-proof", "warning"],
  ["gateways/exceeds-exact-limit", "info"],
  ["suppression/unknown-rule", "warning"],
  ["suppression/unused-suppression", "warning"],
  ["terraform-plan/unknown-resource", "warning"],
  ["terraform-plan/unsupported-type", "info"],
];

import { fact } from "./fact.ts";

const BEST_PRACTICES = "https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices";
const NAMES = "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules";

/** In one template; a nested deployment's template is counted by itself, and is one resource of its parent. */
export const resourcesPerTemplate = fact(800, BEST_PRACTICES, "2026-11-25", "256 parameters at most.");

/** The main template, and all that is nested in it, together. */
export const templateBytes = fact(4_000_000, BEST_PRACTICES, "2026-11-25", "The page says 4 MB.");

/** Letters, digits, `_`, `(`, `)`, `-`, `.`; at most this long. */
export const deploymentNameLength = fact(
  64,
  NAMES,
  "2026-11-25",
  "Checked against Bicep's own MaxDeploymentNameLength.",
);

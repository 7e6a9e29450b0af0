import { fact } from "./fact.ts";

const BEST_PRACTICES = "https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices";
const GROUPS = "https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-to-resource-group";
const NAMES = "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules";

/** In one template; a nested deployment's template is counted by itself, and is one resource of its parent. */
export const resourcesPerTemplate = fact(800, BEST_PRACTICES, "2026-11-25");

/** With the templates that are nested in it. */
export const templateSizeMegabytes = fact(4, BEST_PRACTICES, "2026-11-25");

export const resourceGroupsPerDeployment = fact(800, GROUPS, "2026-11-25");

/** Letters, digits, `_`, `(`, `)`, `-`, `.`; at most this long. */
export const deploymentNameLength = fact(64, NAMES, "2026-11-25");

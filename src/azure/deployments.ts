import { fact } from "./fact.ts";

const NESTED = "https://learn.microsoft.com/azure/azure-resource-manager/templates/linked-templates";
const SYNTAX = "https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax";

export const deploymentType = fact("Microsoft.Resources/deployments", NESTED, "2026-11-25");

/** The version of nested deployments that Isthmus writes. */
export const deploymentApiVersion = fact("2022-09-01", NESTED, "2026-11-25");

/** Of templates that are deployed to a resource group. */
export const templateSchema = fact(
  "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  SYNTAX,
  "2026-11-25",
);

/**
 * What stands beside a resource's properties and says something of the resource. The template language's own members
 * (`copy`, `condition`, `dependsOn`, …) and what Azure alone sets (`etag`) are not among them.
 */
export const envelopeMembers = fact(
  ["extendedLocation", "identity", "kind", "managedBy", "plan", "sku", "tags", "zones"],
  SYNTAX,
  "2026-11-25",
);

import { fact } from "./fact.ts";

/**
 * Children that are written in their parent's properties, by lower-cased type, with the property: writing the parent
 * again without them would remove them. Where only the child is written, its siblings are written one after another,
 * for each write locks the parent.
 */
export const inlineChildren = fact<Readonly<Record<string, string>>>(
  {
    "microsoft.network/virtualnetworks/subnets": "subnets",
    "microsoft.network/routetables/routes": "routes",
    "microsoft.network/networksecuritygroups/securityrules": "securityRules",
  },
  "https://learn.microsoft.com/azure/azure-resource-manager/bicep/scenarios-virtual-networks",
  "2026-11-25",
  "The page warns of subnets as children of their own; since 2025 it also knows an API that keeps subnets which a PUT " +
    "leaves out. Routes and security rules are replaced by a PUT of the parent.",
);

import type { Rule } from "../../model/rule.ts";
import { danglingReferences } from "../dangling-references.ts";

export const unknownRouteTable: Rule = {
  id: "subnet/unknown-route-table",
  severity: "error",
  summary: "The route table that a subnet names exists.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet",
  after: ["subnet/unsupported-route-table"],

  check: (estate) => danglingReferences(estate, "routeTable", "route table"),
};

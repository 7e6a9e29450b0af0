import { bareReferences } from "../../model/bare-references.ts";
import type { Rule } from "../../model/rule.ts";
import { SUBNET } from "../../model/virtual-network.ts";

const REFERENCES = [["networkSecurityGroup"], ["routeTable"], ["natGateway"]];

export const invalidReference: Rule = {
  id: "subnet/invalid-reference",
  severity: "error",
  summary: "A subnet names its route table, security group and NAT gateway in objects with an id.",
  source: "https://learn.microsoft.com/azure/templates/microsoft.network/virtualnetworks/subnets",

  *check(estate) {
    for (const subnet of estate.all(SUBNET)) yield* bareReferences(subnet, REFERENCES);
  },
};

import type { Rule } from "../../model/rule.ts";
import { danglingReferences } from "../dangling-references.ts";

export const unknownNetworkSecurityGroup: Rule = {
  id: "subnet/unknown-network-security-group",
  severity: "error",
  summary: "The network security group that a subnet names exists.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet",
  after: ["subnet/unsupported-network-security-group"],

  check: (estate) => danglingReferences(estate, "networkSecurityGroup", "network security group"),
};

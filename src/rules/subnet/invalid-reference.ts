import { displayName } from "../../model/display-name.ts";
import { propertyOf } from "../../model/properties.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { SUBNET } from "../../model/virtual-network.ts";

const REFERENCES = ["networkSecurityGroup", "routeTable", "natGateway"];

export const invalidReference: Rule = {
  id: "subnet/invalid-reference",
  severity: "error",
  summary: "A subnet names its route table, security group and NAT gateway in objects with an id.",
  source: "https://learn.microsoft.com/azure/templates/microsoft.network/virtualnetworks/subnets",

  *check(estate) {
    for (const subnet of estate.all(SUBNET)) {
      for (const property of REFERENCES) {
        const value = propertyOf(subnet, property);
        if (typeof value !== "string" || value === "") continue;
        yield {
          message: `${displayName(subnet)} has a text as its ${property}, where Azure takes an object with an id.`,
          origin: originOf(subnet, "properties", property),
          hint: "Put the text into the id of an object: { id: … }.",
        };
      }
    }
  },
};

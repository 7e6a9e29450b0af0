import { namedSubnets } from "../../azure/named-subnets.ts";
import { displayName } from "../../model/display-name.ts";
import { originOf } from "../../model/resource.ts";
import type { Rule } from "../../model/rule.ts";
import { SUBNET } from "../../model/virtual-network.ts";

const reserved = new Map(Object.keys(namedSubnets.value).map((name) => [lettersOf(name), name]));

export const invalidReservedName: Rule = {
  id: "subnet/invalid-reserved-name",
  severity: "warning",
  summary: "A subnet that a service finds by its name is spelt as the service spells it.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",

  *check(estate) {
    for (const subnet of estate.all(SUBNET)) {
      const name = reserved.get(lettersOf(subnet.name));
      if (name === undefined || name === subnet.name || subnet.existing) continue;
      yield {
        message: `${displayName(subnet)} is not called ${name}: nothing that looks for ${name} finds it.`,
        origin: originOf(subnet, "name"),
        hint: `Write ${name}.`,
        // What refers to it reads names without regard to case, but not without regard to a dash.
        ...(name.toLowerCase() === subnet.name.toLowerCase()
          ? { fix: [{ type: "set", origin: originOf(subnet, "name"), was: subnet.name, value: name }] }
          : {}),
      };
    }
  },
};

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

import { subnetsWithoutNetworkSecurityGroup } from "../../azure/dedicated-subnets.ts";
import { displayName } from "../../model/display-name.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { isNamed } from "../../model/named-subnet.ts";
import { isReference, referenceOf } from "../../model/reference.ts";
import type { Rule } from "../../model/rule.ts";
import { SUBNET, subnetOf } from "../../model/virtual-network.ts";

const names = Object.keys(subnetsWithoutNetworkSecurityGroup.value);

export const unsupportedNetworkSecurityGroup: Rule = {
  id: "subnet/unsupported-network-security-group",
  severity: "error",
  summary: "The subnets of gateways, route servers and firewalls take no network security group.",
  source: subnetsWithoutNetworkSecurityGroup.source,

  *check(estate) {
    for (const subnet of estate.all(SUBNET).map(subnetOf)) {
      const name = names.find((each) => isNamed(subnet, each));
      const group = name && referenceOf(subnet.resource, "networkSecurityGroup");
      if (!name || !group || !isReference(group)) continue;
      yield {
        message: `${displayName(subnet.resource)} has the network security group ${nameOfId(group.id)}; Azure takes none on ${name}.`,
        origin: group.origin,
        hint: `Remove the network security group from ${name}.`,
      };
    }
  },
};

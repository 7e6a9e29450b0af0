import { specifiedGatewayPolicy } from "../../azure/policies.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import { nameOfId } from "../../model/name-of-id.ts";
import { peeredNetworks } from "../../model/peered-networks.ts";
import { type PolicyAssignment, policyAssignments } from "../../model/policy-assignment.ts";
import { originOf } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import type { Rule } from "../../model/rule.ts";
import { allVirtualNetworks, type VirtualNetwork } from "../../model/virtual-network.ts";
import { gatewaysIn, type VirtualNetworkGateway } from "../../model/virtual-network-gateway.ts";

export const unsupportedGateway: Rule = {
  id: "virtual-network/unsupported-gateway",
  severity: "warning",
  summary: "A virtual network uses the gateway that a policy names for it.",
  source: specifiedGatewayPolicy.source,

  *check(estate) {
    for (const policy of policyAssignments(estate)) {
      const wanted = wantedGateway(policy);
      if (wanted === undefined) continue;

      for (const network of allVirtualNetworks(estate)) {
        const [other] = policy.covers(network.resource.id) ? othersThan(wanted, network, estate) : [];
        if (!other) continue;
        yield {
          message: `${network.name} uses the gateway ${other.name}, and the policy ${policy.name} asks for ${nameOfId(wanted)}.`,
          origin: originOf(network.resource, "name"),
          related: [
            {
              message: `${policy.name} names the gateway`,
              origin: originOf(
                policy.resource,
                "properties",
                "parameters",
                specifiedGatewayPolicy.value.parameter,
                "value",
              ),
            },
            { message: `${other.name} stands here`, origin: originOf(other.resource, "name") },
          ],
          // The policy looks into the GatewaySubnet alone: over a peering nobody satisfies it.
          hint: `Use ${nameOfId(wanted)} over a peering and except ${network.name} from the policy, or change what the policy names.`,
        };
      }
    }
  },
};

function wantedGateway({ definition, parameter }: PolicyAssignment): string | undefined {
  if (definition !== specifiedGatewayPolicy.value.definition) return undefined;
  if (parameter("effect") !== undefined && parameter("effect") !== "AuditIfNotExists") return undefined;
  const gateway = parameter(specifiedGatewayPolicy.value.parameter);
  return typeof gateway === "string" && gateway !== "" ? gateway : undefined;
}

/** The network's gateways, its own and those it uses of peers, where the wanted one is not among them. */
function othersThan(
  wanted: string,
  { resource }: VirtualNetwork,
  estate: EstateIndex,
): readonly VirtualNetworkGateway[] {
  const peered = peeredNetworks(estate);
  const hosts = [keyOf(resource.id), ...peered.remoteGatewaysOf(resource.id)];
  if (resource.existing || !peered.peersAreKnown(resource.id)) return [];

  const used = hosts.map((host) => gatewaysIn(host, estate));
  const isKnown = used.every((gateways, index) => index === 0 || gateways.length > 0);
  const all = used.flat();
  return isKnown && !all.some((gateway) => keyOf(gateway.resource.id) === keyOf(wanted)) ? all : [];
}

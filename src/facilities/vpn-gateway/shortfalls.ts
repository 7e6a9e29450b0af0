import { natRulesPerGateway } from "../../azure/nat.ts";
import { privateTunnels } from "../../azure/private-tunnels.ts";
import { maxPrefixesPerBgpPeer } from "../../azure/vpn-gateway-bgp.ts";
import { vpnGatewaySkus } from "../../azure/vpn-gateway-skus.ts";
import type { Candidate } from "./candidate.ts";
import type { Requirement } from "./requirement.ts";

/** Something that is asked of a gateway and that the SKU cannot do. */
export interface Shortfall {
  /** What the SKU does and what is asked: a clause that goes on after the SKU's name. */
  readonly says: string;
  readonly source: string;
  readonly waysOut: readonly string[];
}

const SEVERAL = "Spread the connections over several gateways, each in a virtual network of its own.";
const VIRTUAL_WAN = "Connect to Azure Virtual WAN instead, whose hubs take more.";
const ALONGSIDE = "Spread the traffic over several tunnels side by side, with BGP.";
const EXPRESS_ROUTE = "Use ExpressRoute.";
const FEWER_ROUTES = "Advertise fewer prefixes, summarised into larger ones.";
const FEWER_RULES = "Cover more addresses with each NAT rule.";
const OTHER_PROTOCOLS = "Let users connect over OpenVPN or IKEv2.";
const LARGER = "Leave out sku, so that the smallest SKU that suffices is chosen.";

/** Of everything that is asked; none where the SKU suffices. */
export function shortfallsOf(candidate: Candidate, asked: Requirement): readonly Shortfall[] {
  return [...figures(candidate, asked), ...features(candidate, asked)];
}

function* figures({ capacity, ...candidate }: Candidate, asked: Requirement): Iterable<Shortfall> {
  const tunnels = asked.tunnels * candidate.tunnelsPerConnection;
  if (tunnels > capacity.tunnels) {
    const doubled = tunnels === asked.tunnels ? "" : ` (${asked.tunnels} for each of its instances)`;
    yield ofSku(`ends ${capacity.tunnels} tunnels, and ${tunnels}${doubled} are asked for`);
  }
  if (asked.bandwidthMbps > capacity.aggregateMbps) {
    yield ofSku(
      `carries ${capacity.aggregateMbps} Mbps in all, and ${asked.bandwidthMbps} Mbps are asked for`,
      SEVERAL,
      EXPRESS_ROUTE,
    );
  }
  const perTunnel = capacity.tunnelMbps.GCMAES256;
  if (perTunnel !== undefined && asked.perTunnelMbps > perTunnel) {
    yield ofSku(
      `carries ${perTunnel} Mbps in one tunnel (measured with GCMAES256), and ${asked.perTunnelMbps} Mbps are asked for`,
      ALONGSIDE,
      EXPRESS_ROUTE,
    );
  }
  const overSstp = candidate.features.ikeV2AndOpenVpn ? asked.sstpUsers : asked.connectedUsers;
  if (overSstp > capacity.sstpConnections) {
    yield ofSku(
      `takes ${capacity.sstpConnections} users at once over SSTP, and ${overSstp} are asked for`,
      OTHER_PROTOCOLS,
      SEVERAL,
    );
  }
  const others = asked.connectedUsers - overSstp;
  if (others > capacity.ikeV2AndOpenVpnConnections) {
    yield ofSku(
      `takes ${capacity.ikeV2AndOpenVpnConnections} users at once over IKEv2 and OpenVPN, and ${others} are asked for`,
    );
  }
}

function* features({ features, tunnelsPerConnection }: Candidate, asked: Requirement): Iterable<Shortfall> {
  if (asked.bgp && !features.bgp) yield ofSku("has no BGP, which is asked for", LARGER);
  if (asked.natRules > 0 && !features.nat) yield ofSku("has no NAT rules, which are asked for", LARGER);
  if (asked.survives.has("instance") && tunnelsPerConnection === 1) {
    yield ofSku("cannot be active-active, and the loss of an instance must be survived", LARGER);
  }
  if (asked.survives.has("zone") && !features.zoneRedundant) {
    yield ofSku("is not zone-redundant, and the loss of a zone must be survived", LARGER);
  }
  if (asked.privateTunnels && privateTunnels.value.zoneRedundantSkusOnly && !features.zoneRedundant) {
    yield {
      says: "ends no tunnels at private addresses, as no SKU without zones does, and some are to run over a circuit",
      source: privateTunnels.source,
      waysOut: [LARGER],
    };
  }
  if (asked.natRules > natRulesPerGateway.value) {
    yield {
      says: `takes ${natRulesPerGateway.value} NAT rules, as every VPN gateway, and ${asked.natRules} are asked for`,
      source: natRulesPerGateway.source,
      waysOut: [FEWER_RULES, SEVERAL],
    };
  }
  if (asked.routes > maxPrefixesPerBgpPeer.value) {
    yield {
      says: `drops a BGP peer that tells more than ${maxPrefixesPerBgpPeer.value} prefixes, as every VPN gateway, and ${asked.routes} are asked for`,
      source: maxPrefixesPerBgpPeer.source,
      waysOut: [FEWER_ROUTES],
    };
  }
}

function ofSku(says: string, ...waysOut: readonly string[]): Shortfall {
  return {
    says,
    source: vpnGatewaySkus.source,
    waysOut: waysOut.length === 0 ? [SEVERAL, VIRTUAL_WAN] : waysOut,
  };
}

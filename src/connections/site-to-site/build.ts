import type { PlannedParts, Wish } from "../../model/connection-kind.ts";
import { findEnd } from "../../model/find-end.ts";
import type { Resource } from "../../model/resource.ts";
import { buildConnection } from "./build-connection.ts";
import { buildLocalNetworkGateway } from "./build-local-network-gateway.ts";
import { buildNatRules } from "./build-nat-rules.ts";
import { needsCustomPolicy } from "./custom-policy.ts";
import { demandsOf, perTunnelMbpsOf } from "./demands.ts";
import type { Tunnel, Way } from "./tunnel.ts";

/**
 * A local network gateway and a connection for each device, named after the network that has the gateway: of several
 * networks that reach the site through it, all build the same ones.
 */
export function buildSiteToSite(wish: Wish, plan: PlannedParts, way: Way = "internet"): readonly Resource[] {
  const network = findEnd(wish, "virtualNetwork");
  const site = findEnd(wish, "site")?.site;
  const [demand] = demandsOf(wish, (name) => plan.hostOf(name), way);
  if (!network || !site || !demand) return [];

  const { sized, resource: gateway } = plan.facilityOf(demand);
  const hostName = plan.hostOf(network.name);
  const host = plan.resourceOf(hostName);
  const isPolicyCustom = needsCustomPolicy(wish.needs, perTunnelMbpsOf(wish.needs, site), sized.sku);
  const natRanges = plan.natRangesOf(site.name);
  const natRules = buildNatRules(site, nameOf(hostName, site.name, 0, way), gateway, natRanges);
  const tunnels = site.vpnDevices.flatMap((device, index) => {
    const name = nameOf(hostName, site.name, index, way);
    const tunnel: Tunnel = {
      name,
      site,
      device,
      host,
      hostName,
      gateway,
      way,
      isPolicyCustom,
      natRules,
      natRanges,
    };
    const local = buildLocalNetworkGateway(wish, tunnel);
    return [local, buildConnection(wish, tunnel, local)];
  });
  return [...natRules, ...tunnels];
}

/** A site may be called anything; Azure takes letters, digits and three signs. */
function nameOf(hostName: string, siteName: string, index: number, way: Way): string {
  const suffix = way === "internet" ? "" : "-private";
  const name = `${hostName}-to-${siteName.replace(/[^\w.-]+/g, "-")}${suffix}`;
  return index === 0 ? name : `${name}-${index + 1}`;
}

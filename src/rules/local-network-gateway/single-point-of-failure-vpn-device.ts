import type { Site } from "../../model/estate.ts";
import type { EstateIndex } from "../../model/estate-index.ts";
import type { Rule } from "../../model/rule.ts";
import { originWithin } from "../../source/origin.ts";

export const singlePointOfFailureVpnDevice: Rule = {
  id: "local-network-gateway/single-point-of-failure-vpn-device",
  severity: "warning",
  summary: "A site has two VPN devices, or another way to Azure.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-highlyavailable",

  *check(estate) {
    for (const site of estate.estate.sites) {
      const [device, ...others] = site.vpnDevices;
      if (!device || device.tunnels.length === 0 || others.length > 0 || hasCircuit(site, estate)) continue;

      yield {
        message: `${site.name} has ${device.name} as its only VPN device: without it the site has no way to Azure.`,
        origin: originWithin(device.origin, "name"),
        hint: "Add a second device with a connection of its own, and BGP on both.",
      };
    }
  },
};

function hasCircuit({ name }: Site, estate: EstateIndex): boolean {
  return estate.estate.providerRouters.some(({ site }) => site === name);
}

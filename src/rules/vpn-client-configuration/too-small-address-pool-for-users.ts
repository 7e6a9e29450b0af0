import { vpnClientAddressPoolSplit } from "../../azure/point-to-site-address-pools.ts";
import { fewNames } from "../../diagnostics/few-names.ts";
import { addressCount } from "../../ip/index.ts";
import { isValid } from "../../model/address-range.ts";
import type { Rule } from "../../model/rule.ts";
import {
  allVpnClientConfigurations,
  concurrentUsers,
  usersOf,
  type VpnClientConfiguration,
} from "../../model/vpn-client-configuration.ts";

export const tooSmallAddressPoolForUsers: Rule = {
  id: "vpn-client-configuration/too-small-address-pool-for-users",
  severity: "error",
  summary: "A client address pool has an address for every user who is connected.",
  source: vpnClientAddressPoolSplit.source,
  after: ["vpn-client-configuration/too-small-address-pool"],

  *check(estate) {
    for (const configuration of allVpnClientConfigurations(estate)) {
      const { name, addressPool } = configuration;
      const [first] = addressPool;
      const users = usersOf(configuration, estate);
      const atOnce = concurrentUsers(users);
      if (!first || !addressPool.every(isValid)) continue;

      const room = roomIn(configuration);
      if (atOnce <= room) continue;
      const half = sharesWithSstp(configuration) ? ", half of which SSTP takes," : "";
      yield {
        message: `${fewNames(users.map((each) => each.name))} are up to ${atOnce} at once; the client address pool of ${name}${half} has ${room} addresses for them.`,
        origin: first.origin,
        related: users.map((each) => ({
          message: `${each.name} are up to ${each.maxConcurrent}`,
          origin: each.origin,
        })),
        hint: half ? "Turn SSTP off, or give it a larger pool." : "Give it a larger pool.",
      };
    }
  },
};

function roomIn(configuration: VpnClientConfiguration): number {
  const { parts, largestSstpPart } = vpnClientAddressPoolSplit.value;
  const addresses = configuration.addressPool
    .filter(isValid)
    .filter(({ prefix }) => prefix.family === 4)
    .map(({ prefix }) => addressCount(prefix));
  let all = 0;
  for (const count of addresses) all += count;
  return sharesWithSstp(configuration) ? all - Math.min(largestSstpPart, all / parts) : all;
}

function sharesWithSstp({ protocols }: VpnClientConfiguration): boolean {
  return protocols !== undefined && protocols.length > 1 && protocols.includes("SSTP");
}

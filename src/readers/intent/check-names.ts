import type { P2sUsersIntent, SiteIntent, VirtualNetworkIntent } from "../../model/intent.ts";
import { type Reading, report } from "./reading.ts";

/** Ends of connections are told by name alone, and Azure does not tell names apart by case. */
export function checkNames(
  reading: Reading,
  networks: readonly VirtualNetworkIntent[],
  sites: readonly SiteIntent[],
  users: readonly P2sUsersIntent[],
): void {
  const seen = new Map<string, { name: string; what: string; origin: SiteIntent["origin"] }>();
  const all = [
    ...networks.map((network) => ({ ...network, what: "a virtual network" })),
    ...sites.map((site) => ({ ...site, what: "a site" })),
    ...users.map((group) => ({ ...group, what: "a group of users" })),
  ];
  for (const { name, what, origin } of all) {
    const first = seen.get(name.toLowerCase());
    if (!first) {
      seen.set(name.toLowerCase(), { name, what, origin });
      continue;
    }
    const message =
      first.name === name
        ? `${name} is both ${first.what} and ${what}.`
        : `${first.name} and ${name} differ only in case, which Azure does not tell apart.`;
    report(reading, "intent/duplicate-name", origin, message, "Rename one of them.", {
      at: "key",
      related: [{ message: `${first.name} stands here`, origin: first.origin }],
    });
  }
}

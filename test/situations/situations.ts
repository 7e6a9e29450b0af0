/** What customers ask, and the file that shows what comes of it: an example, or a file that is refused. */
export interface Situation {
  readonly asked: string;
  readonly shownBy: { readonly example: string } | { readonly refused: string };
}

const example = (asked: string, name: string): Situation => ({ asked, shownBy: { example: name } });
const refused = (asked: string, name: string): Situation => ({ asked, shownBy: { refused: name } });

export const situations: readonly Situation[] = [
  example("Three spokes share the gateway of their hub to reach an office", "shared-hub-gateway"),
  example("A circuit, and a VPN while it is down", "expressroute-with-vpn-backup"),
  example("Two circuits in two peering locations", "two-circuits"),
  example("Two networks whose traffic must be encrypted", "encrypted-networks"),
  example("IPsec over a circuit", "ipsec-over-expressroute"),
  example("400 people, of whom 150 connect at once", "remote-workforce"),
  refused("Entra ID on Linux", "entra-on-linux"),
  example("SSTP, which retires", "sstp"),
  example("Sites with one range, which Azure sees apart", "sites-with-one-range"),
  refused("Two sites with one range, and nothing said of NAT", "sites-with-one-range"),
  example("A site whose range contains the networks in Azure", "site-around-azure"),
  example("An existing hub that nobody may change", "existing-hub"),
  refused("A new gateway in an existing hub that nobody may change", "hub-that-must-not-change"),
  example("An existing circuit of another subscription", "existing-circuit"),
  example("Two regions, two hubs, one site", "two-hubs"),
  example("Eight networks, each with each", "any-to-any"),
  refused("More spokes than Azure takes at one hub", "too-many-spokes"),
  example("Site to site through Azure", "site-to-site-transit"),
  refused("Site to site, where Azure passes nothing on", "sites-through-azure"),
  refused("A budget that no gateway fits into", "budget-below-gateway"),
  refused("More than one gateway can do", "gateway-too-small-for-all"),
  refused("Inspection by a firewall in the hub", "inspection-by-firewall"),
  refused("Isolation of what meets at one gateway", "isolated-at-one-gateway"),
  example("All five kinds in one company", "contoso"),
];

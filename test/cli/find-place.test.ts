import { expect, it } from "vitest";
import { findPlace } from "../../src/cli/find-place.ts";
import { nameOfElement } from "../../src/cli/places.ts";
import { type Estate, emptyEstate } from "../../src/model/estate.ts";

const scope = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";

const ids = [
  `${scope}/virtualNetworks/Hub`,
  `${scope}/virtualNetworks/Orders`,
  `${scope}/virtualNetworks/Orders/subnets/web`,
  `${scope}/virtualNetworks/Billing/subnets/web`,
  `${scope}/virtualNetworks/Billing/subnets/data`,
  `${scope}/virtualNetworkGateways/Hub-vpn#0`,
  `${scope}/virtualNetworkGateways/Hub-vpn#1`,
  `${scope}/expressRouteCircuits/amsterdam#primary`,
  "site/amsterdam",
  "region/westeurope",
  `${scope}/routeServers/twin`,
  `${scope}/virtualNetworks/twin`,
];

const estate: Estate = {
  ...emptyEstate,
  resources: new Map(
    ids
      .filter((id) => id.startsWith("/"))
      .map((id) => {
        const [head = ""] = id.split("#");
        const origin = { file: "a.yaml", path: [] };
        return [head.toLowerCase(), { id: head, type: "", name: "", properties: {}, origin }];
      }),
  ),
};
const places = ids.map((id) => ({ id: id.toLowerCase(), name: nameOfElement(id.toLowerCase(), estate) }));

function find(text: string): string {
  return findPlace(text, places, { file: "network.yaml", calledInFile: new Map([["core", "Hub"]]) }).id;
}

it("calls things by their names as the estate spells them", () => {
  expect(places.map(({ name }) => name)).toEqual([
    "Hub",
    "Orders",
    "Orders/web",
    "Billing/web",
    "Billing/data",
    "Hub-vpn#0",
    "Hub-vpn#1",
    "amsterdam#primary",
    "amsterdam",
    "westeurope",
    "twin",
    "twin",
  ]);
});

it.each([
  ["hub", "/virtualnetworks/hub"],
  ["core", "/virtualnetworks/hub"],
  ["orders/web", "/virtualnetworks/orders/subnets/web"],
  ["DATA", "/virtualnetworks/billing/subnets/data"],
  ["vpn#1", "/virtualnetworkgateways/hub-vpn#1"],
  ["#primary", "/expressroutecircuits/amsterdam#primary"],
  ["amsterdam", "site/amsterdam"],
  ["region/westeurope", "region/westeurope"],
  ["routeServers/twin", "/routeservers/twin"],
  [`${scope}/virtualNetworks/Hub`, "/virtualnetworks/hub"],
])("%s is one thing", (text, ending) => {
  expect(find(text)).toMatch(new RegExp(`${ending}$`));
});

it.each([
  ["web", /^"web" may be Orders\/web and Billing\/web\.$/],
  ["vpn", /^network\.yaml has no "vpn"\.$/],
  ["twin", /^"twin" may be routeservers\/twin and virtualnetworks\/twin\.$/],
  ["", /has no ""/],
  ["/", /has no "\/"/],
])("%j is refused", (text, message) => {
  expect(() => find(text)).toThrow(message);
});

it.each([
  ["ordres", "Did you mean Orders"],
  ["dat", "Did you mean Billing/data"],
  ["nothing-like-it", /^It has Hub, Orders, .* more\.$/],
])("for %s there is a hint", (text, hint) => {
  expect(() => find(text)).toThrow(expect.objectContaining({ hint: expect.stringMatching(hint) }));
});

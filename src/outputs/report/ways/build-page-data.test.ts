import { expect, it } from "vitest";
import type { Design } from "../../../design.ts";
import { everythingUp } from "../../../model/situation.ts";
import { predict } from "../../../predict.ts";
import { designForTests, spokes } from "../../map/design-for-tests.ts";
import { composePicture } from "../../map/draw-map.ts";
import { createAnswers } from "../page/answers.ts";
import { changesIn, isLost } from "../page/changes.ts";
import { nameOf, tellTrace } from "../page/words.ts";
import type { PageData } from "../page-data.ts";
import { buildPageData, type Ways } from "./build-page-data.ts";
import { countLeftOut } from "./fail-each.ts";

function companyOf(count: number): Design {
  return designForTests({
    name: "company",
    defaults: { region: "westeurope" },
    addressSpace: "10.0.0.0/8",
    virtualNetworks: {
      hub: { role: "hub", size: "/22", subnets: { shared: "/24" } },
      ...spokes(count, { subnets: { web: "/26", data: "/26" } }),
    },
    sites: {
      amsterdam: {
        addressSpace: ["192.168.0.0/17"],
        vpnDevices: [{ publicIp: "198.51.100.10", asn: 65010 }],
      },
    },
    connections: [
      { between: ["hub", "spoke-*"] },
      { between: ["hub", "amsterdam"] },
      { between: [count > 1 ? "spoke-1*" : "spoke-*", "amsterdam"] },
    ],
  });
}

function waysOf(design: Design): Ways {
  const ways = buildPageData(design, composePicture(design.estate, design.connections));
  if (typeof ways === "number") throw new Error(`nothing for ${ways}`);
  return ways;
}

/** `spoke-1/web to hub/shared: delivered` for every pair of places. */
function tellAll(data: PageData, down?: string): readonly string[] {
  const situation = data.situations.find(({ elements }) => elements.some(({ name }) => name === down));
  if (down !== undefined && !situation) throw new Error(`${down} is not there`);
  const answers = createAnswers(data);
  return [...data.places.keys()].flatMap((from) =>
    [...data.places.keys()].flatMap((to) => {
      const trace = answers.trace(from, to, situation);
      const words = data.outcomes[trace?.outcome ?? -1]?.words;
      return trace ? [`${nameOf(data, from)} to ${nameOf(data, to)}: ${words}`] : [];
    }),
  );
}

const company = companyOf(3);
const { data } = waysOf(company);

it("answers every pair as the tracer does, though it traces one pair of a group alone", () => {
  const reach = predict(company.estate, everythingUp).reach();
  const delivered = tellAll(data).filter((line) => line.endsWith(": delivered"));
  const expected = [...reach.pairs()].filter(
    ({ from, to, outcome }) => from !== to && outcome === "delivered",
  );

  expect(data.groups).toBeLessThan(data.places.length);
  expect(delivered).toHaveLength(expected.length);
  expect(delivered).toContain("spoke-1/web to spoke-1/data: delivered");
  expect(delivered).not.toContain("spoke-1/web to spoke-2/data: delivered");
});

it("tells by what a way is encrypted", () => {
  const answers = createAnswers(data);
  const [hub, site] = ["hub/shared", "amsterdam"].map((name) =>
    data.places.findIndex((place) => place.name === name),
  );

  expect(tellTrace(data, answers.trace(hub ?? -1, site ?? -1))).toBe("delivered, encrypted by IPsec");
});

it.each(["hub - spoke-2", "hub-vpn", "hub-vpn instance 0", "westeurope"])(
  "answers every pair as the tracer does while %s is down",
  (down) => {
    const elements = predict(company.estate).elements();
    const id = elements.find((element) => {
      const end = {
        "hub - spoke-2": "hub/virtualnetworkpeerings/to-spoke-2",
        "hub-vpn instance 0": "hub-vpn#0",
      };
      return element.endsWith(Object.entries(end).find(([name]) => name === down)?.[1] ?? `/${down}`);
    });
    const reach = predict(company.estate, { down: new Set([id ?? ""]) }).reach();
    const places = reach.endpoints.map(({ id }) => id);
    const expected = [...reach.pairs()]
      .filter(({ from, to }) => from !== to)
      .map(
        ({ from, to, outcome }) => `${places.indexOf(from)} ${places.indexOf(to)} ${outcome === "delivered"}`,
      );
    const situation = data.situations.find(({ elements }) => elements.some(({ name }) => name === down));
    const answers = createAnswers(data);
    const told = places.flatMap((_, from) =>
      places.flatMap((_, to) =>
        from === to ? [] : [`${from} ${to} ${answers.trace(from, to, situation)?.outcome === 0}`],
      ),
    );

    expect(situation).toBeDefined();
    expect(told).toEqual(expected);
  },
);

it("says what is lost with a peering, and that one of two instances takes over", () => {
  const answers = createAnswers(data);
  const changesOf = (down: string) => {
    const situation = data.situations.find(({ elements }) => elements.some(({ name }) => name === down));
    return situation ? changesIn(situation, data, answers) : [];
  };

  expect(changesOf("hub - spoke-2").every(isLost)).toBe(true);
  expect(changesOf("hub-vpn instance 0").some(isLost)).toBe(false);
  expect(changesOf("hub-vpn instance 0").length).toBeGreaterThan(0);
});

it("gives many endpoints one row for each group, leaves out what it has no room for, and stays small", () => {
  const ways = waysOf(companyOf(120));

  expect(ways.isGrouped).toBe(true);
  expect(ways.data.places.map(({ count }) => count).reduce((sum, count) => sum + count, 0)).toBe(242);
  expect(ways.data.places.length).toBeLessThan(10);
  expect(countLeftOut(ways.leftOut)).toContain("peerings");
  expect(JSON.stringify(ways.data).length).toBeLessThan(60_000);
});

it("has nothing to tell of one place", () => {
  const design = designForTests({
    name: "one",
    defaults: { region: "westeurope" },
    addressSpace: "10.0.0.0/8",
    virtualNetworks: { only: { size: "/24", subnets: { web: "/26" } } },
  });

  expect(buildPageData(design, composePicture(design.estate, design.connections))).toBe(1);
});

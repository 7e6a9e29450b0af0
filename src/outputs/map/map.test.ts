import { expect, it } from "vitest";
import { designForTests, spokes } from "./design-for-tests.ts";
import { mapOutput } from "./index.ts";
import { markupProblems } from "./markup-problems.ts";

const HOSTILE = `evil"]; end %% <script>alert(1)</script> \${x} ]]> -->\n\u0007\u202e'`;
const hub = { size: "/22", subnets: { shared: "/24" } };

const hostileIntent = {
  name: HOSTILE,
  description: HOSTILE,
  defaults: { region: "westeurope" },
  addressSpace: "10.0.0.0/8",
  virtualNetworks: { hub, ...spokes(3) },
  sites: {
    [HOSTILE]: { description: HOSTILE, addressSpace: "192.168.0.0/16" },
    "</title><img src=x>": { addressSpace: "172.16.0.0/16" },
  },
  p2sUsers: { "1. `staff` **all** __x__": { count: 4 } },
  connections: [{ between: ["hub", "spoke-*"], description: HOSTILE }],
};

function filesOf(intent: object): ReadonlyMap<string, string> {
  return mapOutput.write(designForTests(intent));
}

it("writes well-formed SVG, whatever names hold", () => {
  const svg = filesOf(hostileIntent).get("map.svg") ?? "";

  expect(markupProblems(svg)).toEqual([]);
  expect(svg).not.toMatch(/<script|<img|javascript:|https?:(?!\/\/www\.w3\.org\/2000\/svg)/i);
});

it("writes Mermaid whose labels nothing can break out of", () => {
  const mermaid = filesOf(hostileIntent).get("map.mmd") ?? "";
  const label = String.raw`"[A-Za-z0-9 .,\/:()#;<>-]*"`;
  const line = new RegExp(
    String.raw`^(flowchart TB|  subgraph r\d+\[${label}\]|    n\d+[[(]+${label}[\])]+(:::\w+)?|  end|  n\d+ \S+\|${label}\| n\d+|  classDef \w+ [a-z]+-[a-z]+: \d \d|)$`,
  );

  expect(mermaid.split("\n").filter((text) => !line.test(text))).toEqual([]);
  expect(mermaid).not.toMatch(/<(?!br\/>)/);
});

it("says what it shows to those who do not see it", () => {
  const svg = filesOf(hostileIntent).get("map.svg") ?? "";

  expect(svg).toContain('role="img" aria-labelledby="map-title map-description"');
  expect(svg).toContain(
    ">4 virtual networks in 1 region, 2 sites, 1 group of users, 3 connections: 3 peering</desc>",
  );
});

it("gives the same bytes again", () => {
  expect([...filesOf(hostileIntent)]).toEqual([...filesOf(hostileIntent)]);
});

it("marks what exists already and shows a name that is cut in full to who points at it", () => {
  const name = "legacy-network-with-a-name-that-goes-on-for-ever-and-ever";
  const id = `/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/${name}`;
  const svg =
    filesOf({ name: "test", virtualNetworks: { old: { existing: id, addressSpace: "10.0.0.0/16" } } }).get(
      "map.svg",
    ) ?? "";

  expect(svg).toContain('class="card existing"');
  expect(svg).toContain(`<title>${name}\n10.0.0.0/16`);
  expect(svg).toMatch(/>legacy-[a-z-]*…[a-z-]*ever<\/text>/);
});

it("draws a thousand networks in less than a second, and small", () => {
  const design = designForTests({
    name: "large",
    defaults: { region: "westeurope" },
    addressSpace: "10.0.0.0/8",
    virtualNetworks: { hub, other: { ...hub, region: "northeurope" }, ...spokes(998) },
    connections: [{ between: [["hub", "other"], "spoke-*"] }],
  });

  const start = performance.now();
  const files = mapOutput.write(design);

  expect(performance.now() - start).toBeLessThan(1000);
  expect(files.get("map.svg")?.length).toBeLessThan(20_000);
});

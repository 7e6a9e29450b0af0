import { expect, it } from "vitest";
import { designForTests, spokes } from "../map/design-for-tests.ts";
import { markupProblems } from "../map/markup-problems.ts";
import { reportOutput } from "./index.ts";
import { pageScript } from "./page-script.ts";

const HOSTILE = `evil"]; <script>alert(1)</script> \${x} ]]> -->\n\u0007\u202e' onload=x`;
const hub = { size: "/22", subnets: { shared: "/24" } };

const hostileIntent = {
  name: HOSTILE,
  description: HOSTILE,
  defaults: { region: "westeurope" },
  addressSpace: "10.0.0.0/8",
  virtualNetworks: { hub, ...spokes(3), [HOSTILE]: { size: "/24" } },
  sites: { [`site ${HOSTILE}`]: { description: HOSTILE, addressSpace: "192.168.0.0/16" } },
  connections: [
    {
      between: ["hub", "spoke-*"],
      description: HOSTILE,
      needs: { traffic: { there: "100 GB", back: "1 GB" } },
    },
    { between: ["hub", `site ${HOSTILE}`] },
  ],
};

function reportOf(intent: object): string {
  return reportOutput.write(designForTests(intent)).get("report.html") ?? "";
}

it("is well-formed and runs nothing but its own script, whatever names hold", () => {
  const html = reportOf(hostileIntent);
  const scripts = [...html.matchAll(/<script[^>]*>/gi)].map(([tag]) => tag);
  const rest = html.replace(/<script[\s\S]*?<\/script>/g, "");

  expect(scripts).toEqual(['<script type="application/json" id="ways-data">', "<script>"]);
  expect(markupProblems(rest)).toEqual([]);
  expect(rest).not.toMatch(/<script|<img|<iframe|<link|@import|url\(/i);
  expect(rest.replace(/<svg[\s\S]*<\/svg>/, "")).not.toMatch(/\s(src|on\w+)="/);
});

it("lets a browser load nothing, and run no script but the one it was written with", () => {
  expect(reportOf(hostileIntent)).toContain(
    `content="default-src &#39;none&#39;; script-src &#39;sha256-${pageScript.sha256}&#39;; style-src &#39;unsafe-inline&#39;; img-src data:`,
  );
});

it("tells no path of anybody's machine", () => {
  expect(reportOf(hostileIntent)).not.toContain("/srv/somebody");
  expect(reportOf(hostileIntent)).toContain("network.json: connections › 1");
});

it("has headings in order", () => {
  const levels = [...reportOf(hostileIntent).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));

  expect(levels[0]).toBe(1);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
});

it("tells connections that were decided alike together, with what each costs", () => {
  const html = reportOf(hostileIntent);

  expect(html).toContain("<h3>hub – 3 others<span");
  expect(html).toContain(
    `<b>hub</b> – spoke-1, spoke-2, spoke-3 <span class="money">USD 2.02 a month each</span>`,
  );
});

it("shows usable addresses without Azure's five", () => {
  expect(reportOf(hostileIntent)).toMatch(
    /<th scope="row">web<\/th>.*<td class="number" data-label="Usable">123<\/td>/,
  );
});

it("says what a gigabyte costs where no traffic is given", () => {
  const intent = { ...hostileIntent, connections: [{ between: ["hub", "spoke-*"] }] };

  expect(reportOf(intent)).toContain("<dt>Price per GB</dt><dd><strong>USD 0.02</strong>");
  expect(reportOf(intent)).toContain("What is billed depends on traffic, and the file gives none");
});

it("reads well where there is nothing", () => {
  const html = reportOf({ name: "empty", virtualNetworks: {} });

  expect(markupProblems(html)).toEqual([]);
  expect(html).toContain("The file asks for no connection.");
});

it("gives the same bytes again", () => {
  expect(reportOf(hostileIntent)).toBe(reportOf(hostileIntent));
});

it("stays moderate and quick for a thousand networks and two thousand connections", () => {
  const design = designForTests({
    name: "large",
    defaults: { region: "westeurope" },
    addressSpace: "10.0.0.0/8",
    virtualNetworks: { hub, other: hub, ...spokes(998) },
    connections: [{ between: [["hub", "other"], "spoke-*"] }],
  });

  const start = process.cpuUsage();
  const html = reportOutput.write(design).get("report.html") ?? "";
  const { user } = process.cpuUsage(start);

  // Two seconds of the processor, most of them the prediction; other tests of this process count as well.
  expect(user / 1000).toBeLessThan(8000);
  expect(html.length).toBeLessThan(2_000_000);
}, 60_000);

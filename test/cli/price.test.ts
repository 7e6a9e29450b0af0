import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { retailRow, startRetailServer } from "../retail-server.ts";
import { intent, isthmus, plainEnvironment, type Run, scratch } from "./isthmus.ts";

/** The server lives in this process, which must not stand still while the command runs. */
function isthmusMeanwhile(folder: string, args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [inject("cli"), ...args], {
    cwd: folder,
    env: { ...plainEnvironment(), XDG_CACHE_HOME: join(folder, "cache") },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}

const peering = {
  serviceName: "Virtual Network",
  productName: "Virtual Network Peering",
  armRegionName: "Global",
  location: "Global",
  unitOfMeasure: "1 GB",
  retailPrice: 0.02,
};
const rows = [
  retailRow(),
  retailRow({ ...peering, meterName: "Intra-Region Ingress" }),
  retailRow({ ...peering, meterName: "Intra-Region Egress" }),
];

it("price shows what is billed, in 80 columns", () => {
  const folder = scratch({ "network.yaml": intent });

  const { code, stdout, stderr } = isthmus(folder, ["price"]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(`What is billed                        Rate                Quantity   USD a month
Virtual Network Peering, Intra-Region 0.01 a GB              40 GB          0.40
  Egress, Global [1]
  hub - orders and hub - billing
Virtual Network Peering, Intra-Region 0.01 a GB              40 GB          0.40
  Ingress, Global [1]
  hub - orders and hub - billing

Total: USD 0.80 a month at list prices.

Rates
  [1] As infracost recorded it from the Retail Prices API. Read on 2024-07-01;
      check it at https://azure.microsoft.com/pricing/details/virtual-network/
`);
});

it("price names what is not known: traffic that is not given, zones without a rate", () => {
  const text = intent
    .replace("orders: { ", "orders: { region: brazilsouth, ")
    .replace("size: /23, subnets: { app", "region: northeurope, size: /23, subnets: { app")
    .replace(
      /connections:[\s\S]*/,
      "connections:\n  - between: [hub, orders]\n    needs: { traffic: { there: 10 GB, back: 0 GB } }\n  - between: [hub, billing]\n",
    );
  const folder = scratch({ "network.yaml": text });

  const { stdout } = isthmus(folder, ["price"]);

  expect(stdout).toContain("\nTotal: at least USD 0.35 a month at list prices, without what is not known.\n");
  expect(stdout.replaceAll(/\n +/g, " ")).toContain("Zone 3: no rate is known; it is not counted.");
  expect(stdout.replaceAll(/\n +/g, " ")).toContain(
    "Zone 1: nobody says how much traffic there is in 2 of 3 uses; that is not counted.",
  );
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

it("price works for an estate, and a network alone costs nothing", () => {
  const folder = scratch({ "network.yaml": intent, "alone.yaml": "name: alone\n" });
  const { estate } = JSON.parse(isthmus(folder, ["design", "--format", "json"]).stdout);
  writeFileSync(join(folder, "some.estate.json"), JSON.stringify(estate));

  const ofEstate = isthmus(folder, ["price", "some.estate.json"]);

  expect(ofEstate).toMatchObject({ code: 0, stderr: "" });
  expect(ofEstate.stdout).toContain("\nTotal: by traffic.");
  expect(isthmus(folder, ["price", "alone.yaml"]).stdout).toBe(
    "No connection is billed here: virtual networks and subnets cost nothing.\n",
  );
});

it("price --format json has the total and each item with what uses it", () => {
  const folder = scratch({ "network.yaml": intent });

  const answer: unknown = JSON.parse(isthmus(folder, ["price", "--format", "json"]).stdout);

  expect(answer).toMatchObject({
    format: "isthmus/price",
    version: 1,
    currency: "USD",
    monthly: { amount: 0.8, currency: "USD", atLeast: false },
    items: [
      { meter: "Intra-Region Egress", usedBy: ["hub - orders", "hub - billing"], rate: { amount: 0.01 } },
      { meter: "Intra-Region Ingress", quantity: 40, monthly: { amount: 0.4 } },
    ],
    unknown: [],
  });
});

it("prices refresh writes a file that price and design count by", async () => {
  const folder = scratch({ "network.yaml": intent });
  const server = await startRetailServer(rows);

  const { code, stdout, stderr } = await isthmusMeanwhile(folder, [
    "prices",
    "refresh",
    "--from",
    server.url,
  ]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^prices\.json: 3 rates in USD, from http:\/\/127\.0\.0\.1:/);
  expect(stdout).toContain("Not found there: Global Virtual Network Peering");
  expect(existsSync(join(folder, "cache/isthmus/retail-prices.json"))).toBe(true);
  expect(isthmus(folder, ["price", "--prices", "prices.json"]).stdout).toContain(
    "\nTotal: USD 1.60 a month at list prices.\n",
  );
  expect(
    JSON.parse(isthmus(folder, ["design", "--prices", "prices.json", "--format", "json"]).stdout),
  ).toMatchObject({ price: { monthly: { amount: 1.6 } }, decisions: [{ monthly: { amount: 0.8 } }, {}] });
});

it("prices refresh in another currency, of one region, by the cache the second time", async () => {
  const folder = scratch({ "network.yaml": intent });
  const server = await startRetailServer(rows.map((row) => ({ ...row, currencyCode: "EUR" })));
  const args = ["prices", "refresh", "--from", server.url, "--currency", "eur", "--region", "swedencentral"];

  const first = await isthmusMeanwhile(folder, [...args, "--out", "eur.json"]);
  const questions = server.asked.length;
  await isthmusMeanwhile(folder, [...args, "--out", "again.json"]);

  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(server.asked).toHaveLength(questions);
  expect(readFileSync(join(folder, "again.json"), "utf8")).toBe(
    readFileSync(join(folder, "eur.json"), "utf8"),
  );
  expect(isthmus(folder, ["price", "--prices", "eur.json"]).stdout).toContain("\nTotal: EUR 1.60 a month");
  await isthmusMeanwhile(folder, [...args, "--fresh", "--out", "eur.json"]);
  expect(server.asked).toHaveLength(2 * questions);
});

/** It waits for seconds, as it would for a real server that comes back. */
it("prices refresh says what to do where nobody answers", { timeout: 20_000 }, async () => {
  const folder = scratch();
  const server = await startRetailServer([]);
  await server.close();

  const { code, stdout, stderr } = await isthmusMeanwhile(folder, [
    "prices",
    "refresh",
    "--from",
    server.url,
  ]);

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(
    /cannot be read: nobody answers \(.*ECONNREFUSED.*\), after 5 attempts; no prices were/,
  );
  expect(stderr).toContain("  hint: Go online, or do without: the shipped rates need no network.");
  expect(existsSync(join(folder, "prices.json"))).toBe(false);
});

it("prices refresh writes over no file that it did not write, and no empty one", async () => {
  const folder = scratch({ "network.yaml": intent });
  const server = await startRetailServer([]);

  const over = await isthmusMeanwhile(folder, [
    ..."prices refresh --out network.yaml --from".split(" "),
    server.url,
  ]);
  const empty = await isthmusMeanwhile(folder, ["prices", "refresh", "--from", server.url]);

  expect(over).toMatchObject({ code: 2, stderr: expect.stringContaining("no file of prices") });
  expect(readFileSync(join(folder, "network.yaml"), "utf8")).toBe(intent);
  expect(empty).toMatchObject({ code: 2, stderr: expect.stringContaining("has none of the rates") });
});

it("a file of prices with a mistake is refused at its place", () => {
  const folder = scratch({
    "network.yaml": intent,
    "prices.json": '{ "format": "isthmus/prices",\n  "version": 1,\n  "currency": "euro",\n  "rates": [] }\n',
  });

  for (const command of ["price", "design"]) {
    const { code, stdout, stderr } = isthmus(folder, [command, "--prices", "prices.json"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.split("\n").slice(0, 2)).toEqual([
      'prices.json:3:15 currency is "euro", which does not fit: a currency is written like EUR.',
      "  hint: Write a file of prices with `isthmus prices refresh`; its shape: `isthmus schema prices`.",
    ]);
  }
  expect(existsSync(join(folder, "out"))).toBe(false);
});

it("help of prices shows what it can do", () => {
  const alone = isthmus(scratch(), ["prices"]);

  expect(alone.stdout).toContain("\n  refresh  ");
  expect(isthmus(scratch(), ["prices", "refresh", "--help"]).stdout).toContain("\nExamples\n");
});

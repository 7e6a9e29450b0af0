import { expect, it } from "vitest";
import { retailRow, startRetailServer } from "../../../test/retail-server.ts";
import { type RetailCache, type RetailQuestion, readRetailPrices } from "./read-retail-prices.ts";
import type { Web } from "./web.ts";

const TODAY = Date.parse("2026-11-23T12:00:00Z");
const DAY = 86_400_000;

/** Real questions, and a clock that only remembers how long it was to wait. */
function webAt(now: number): Web & { readonly waited: number[] } {
  const waited: number[] = [];
  return {
    waited,
    async get(url) {
      const response = await fetch(url);
      const { status, headers } = response;
      return { status, retryAfter: headers.get("retry-after"), text: await response.text() };
    },
    now: () => now,
    sleep: async (milliseconds) => {
      waited.push(milliseconds);
    },
  };
}

function question(endpoint: string, more: Partial<RetailQuestion> = {}): RetailQuestion {
  return { endpoint, regions: [], currency: "USD", maxAgeMs: DAY, ...more };
}

const regions = Array.from({ length: 250 }, (_, index) =>
  retailRow({ armRegionName: `region${index}`, retailPrice: index / 1000 }),
);

it.each([
  ["NextPageLink leads on", false],
  ["NextPageLink is empty, and pages are asked for by number", true],
])("reads all pages where %s", async (_, emptyLinks) => {
  const server = await startRetailServer(regions, { emptyLinks });

  const { sheet } = await readRetailPrices(webAt(TODAY), question(server.url), new Map());

  expect(sheet.rates).toHaveLength(250);
  expect(sheet.rates[249]).toEqual({
    serviceName: "VPN Gateway",
    productName: "VPN Gateway",
    meterName: "VpnGw1AZ",
    location: "region249",
    unit: "hour",
    amount: 0.249,
    source: server.url,
    readOn: "2026-11-23",
  });
});

it("a last page that is full is followed by one question more, and its 400 is the end", async () => {
  const server = await startRetailServer(regions.slice(0, 200), { emptyLinks: true });

  const { sheet } = await readRetailPrices(webAt(TODAY), question(server.url), new Map());

  expect(sheet.rates).toHaveLength(200);
  expect(server.asked.filter((url) => url.includes("'VPN Gateway'"))).toHaveLength(3);
});

it("a server that knows no $skip is not read for ever", async () => {
  const text = JSON.stringify({ Items: regions.slice(0, 100), NextPageLink: "" });
  const server = await startRetailServer([], { instead: () => ({ status: 200, text }) });

  const { sheet } = await readRetailPrices(webAt(TODAY), question(server.url), new Map());

  expect(sheet.rates).toHaveLength(100);
});

it("asks for every service, in the currency, and only the named regions and the zones", async () => {
  const server = await startRetailServer([retailRow()]);

  await readRetailPrices(webAt(TODAY), question(server.url, { regions: ["swedencentral"] }), new Map());

  expect(server.asked).toHaveLength(4 * 5);
  expect(server.asked[0]).toBe(
    "/api/retail/prices?currencyCode='USD'&$filter=serviceName eq 'VPN Gateway' and priceType eq 'Consumption' and armRegionName eq 'swedencentral'",
  );
});

it("waits and asks again after 429, 5xx and a broken line; Retry-After is heeded", async () => {
  const troubles = [
    { status: 429, headers: { "retry-after": "7" }, text: "" },
    { status: 503, text: "busy" },
    { status: 500, headers: { "retry-after": "Mon, 23 Nov 2026 12:00:09 GMT" }, text: "" },
  ];
  const server = await startRetailServer([retailRow()], { instead: (index) => troubles[index] });
  const web = webAt(TODAY);

  const { sheet } = await readRetailPrices(web, question(server.url), new Map());

  expect(sheet.rates).toHaveLength(1);
  expect(web.waited).toEqual([7000, 1000, 9000]);
});

it.each([
  ["always 503", { status: 503, text: "" }, "refused", "it answers 503, after 5 attempts"],
  ["404", { status: 404, text: "not  here" }, "refused", "it answers 404: not here"],
  [
    "a sign-in page",
    { status: 200, text: "<html>Sign in</html>" },
    "unreadable",
    "it answers with no page of prices: <html>Sign in</html>",
  ],
  [
    "JSON of another kind",
    { status: 200, text: "[]" },
    "unreadable",
    "it answers with no page of prices: []",
  ],
])("says what is wrong where the answer is %s", async (_, answer, reason, message) => {
  const server = await startRetailServer([], { instead: () => answer });

  await expect(readRetailPrices(webAt(TODAY), question(server.url), new Map())).rejects.toMatchObject({
    reason,
    message,
  });
});

it("refuses prices in another currency than it asked for", async () => {
  const server = await startRetailServer([retailRow()]);

  const asked = readRetailPrices(webAt(TODAY), question(server.url, { currency: "EUR" }), new Map());

  await expect(asked).rejects.toThrow("asked for prices in EUR and answers in USD");
});

it("asks nothing again within a day, and falls back on older answers where nobody answers", async () => {
  const cache: RetailCache = new Map();
  const server = await startRetailServer([retailRow()]);
  await readRetailPrices(webAt(TODAY), question(server.url), cache);
  const before = server.asked.length;

  const soon = await readRetailPrices(webAt(TODAY + DAY / 2), question(server.url), cache);
  expect(server.asked).toHaveLength(before);
  expect(soon.olderOf).toBeUndefined();

  await server.close();
  const web = webAt(TODAY + 3 * DAY);
  const offline = await readRetailPrices(web, question(server.url), cache);
  expect(offline).toMatchObject({ olderOf: "2026-11-23", sheet: { rates: [{ readOn: "2026-11-23" }] } });
  expect(web.waited.length).toBeGreaterThan(0);

  await expect(readRetailPrices(web, question(server.url), new Map())).rejects.toMatchObject({
    reason: "unreachable",
  });
});

it("what was answered before a failure is kept", async () => {
  const cache: RetailCache = new Map();
  const server = await startRetailServer([retailRow()], {
    instead: (index) => (index === 0 ? undefined : { status: 404, text: "" }),
  });

  await expect(readRetailPrices(webAt(TODAY), question(server.url), cache)).rejects.toThrow("404");

  expect(cache.size).toBe(1);
});

it("names the meters of the shipped sheet that were found nowhere", async () => {
  const server = await startRetailServer([retailRow()]);

  const { notFound } = await readRetailPrices(webAt(TODAY), question(server.url), new Map());

  expect(notFound).toContain("Virtual Network Peering, Intra-Region Egress");
  expect(notFound).not.toContain("VPN Gateway, VpnGw1AZ");
});

import { createServer } from "node:http";
import { onTestFinished } from "vitest";

/** A row in the shape that was recorded of the Retail Prices API; names and prices are constructed. */
export function retailRow(row: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    currencyCode: "USD",
    tierMinimumUnits: 0,
    retailPrice: 0.21,
    unitPrice: 0.21,
    armRegionName: "swedencentral",
    location: "SE Central",
    effectiveStartDate: "2025-01-01T00:00:00Z",
    meterId: "00000000-0000-0000-0000-000000000000",
    meterName: "VpnGw1AZ",
    productId: "DZH000000000",
    skuId: "DZH000000000/0000",
    productName: "VPN Gateway",
    skuName: "VpnGw1AZ",
    serviceName: "VPN Gateway",
    serviceId: "DZH000000000",
    serviceFamily: "Networking",
    unitOfMeasure: "1 Hour",
    type: "Consumption",
    isPrimaryMeterRegion: true,
    armSkuName: "",
    ...row,
  };
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface RetailServer {
  readonly url: string;
  /** The questions so far, decoded. */
  readonly asked: string[];
  close(): Promise<void>;
}

export interface RetailServerOptions {
  /** Takes the place of an answer, by how many questions came before. */
  readonly instead?: (index: number) => Answer | undefined;
  /** As was seen in 2023: no page leads to the next. */
  readonly emptyLinks?: boolean;
}

const PAGE_SIZE = 100;

/** The Retail Prices API on loopback: `$filter` with `eq` and `and`, `$skip`, pages of a hundred, 400 past the end. */
export async function startRetailServer(
  rows: readonly Record<string, unknown>[],
  { instead = () => undefined, emptyLinks = false }: RetailServerOptions = {},
): Promise<RetailServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? "", "http://localhost").searchParams;
    asked.push(decodeURIComponent(request.url ?? ""));
    const answer = instead(asked.length - 1) ?? pageOf(rows, query, emptyLinks);
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    response.end(answer.text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  onTestFinished(close);
  return { url: `http://127.0.0.1:${port}/api/retail/prices`, asked, close };
}

function pageOf(
  rows: readonly Record<string, unknown>[],
  query: URLSearchParams,
  emptyLinks: boolean,
): Answer {
  const wanted = [...(query.get("$filter") ?? "").matchAll(/(\w+) eq '([^']*)'/g)].map(
    ([, key = "", value]) => [key === "priceType" ? "type" : key, value] as const,
  );
  const found = rows.filter((row) => wanted.every(([key, value]) => row[key] === value));
  const skip = Number(query.get("$skip") ?? 0);
  if (skip > 0 && skip >= found.length) return { status: 400, text: '{"error":"$skip"}' };

  const items = found.slice(skip, skip + PAGE_SIZE);
  const end = skip + items.length;
  const next = new URLSearchParams(query);
  next.set("$skip", String(end));
  return {
    status: 200,
    text: JSON.stringify({
      BillingCurrency: query.get("currencyCode")?.replaceAll("'", ""),
      CustomerEntityId: "Default",
      CustomerEntityType: "Retail",
      Items: items,
      // As Azure writes it: its own name, and the port.
      NextPageLink:
        emptyLinks || end >= found.length
          ? null
          : `https://prices.azure.com:443/api/retail/prices?${next.toString()}`,
      Count: items.length,
    }),
  };
}

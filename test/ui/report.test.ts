import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { designForTests, spokes } from "../../src/outputs/map/design-for-tests.ts";
import { reportOutput } from "../../src/outputs/report/index.ts";

const HOSTILE = `<script>document.title = "run"</script> "' onerror=x a-word-that-is-longer-than-a-telephone-is-wide-and-has-no-end`;

const folder = mkdtempSync(join(tmpdir(), "isthmus-report-"));
const file = join(folder, "report.html");
let browser: Browser;

beforeAll(async () => {
  const design = designForTests({
    name: HOSTILE,
    description: HOSTILE,
    defaults: { region: "westeurope" },
    addressSpace: "10.0.0.0/8",
    virtualNetworks: { hub: { size: "/22", subnets: { [`s${"-long".repeat(14)}`]: "/24" } }, ...spokes(30) },
    sites: { [HOSTILE]: { description: HOSTILE, addressSpace: "192.168.0.0/16" } },
    connections: [{ between: ["hub", "spoke-*"] }, { between: ["hub", HOSTILE] }],
  });
  writeFileSync(file, reportOutput.write(design).get("report.html") ?? "");
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

it.each([
  [360, "light"],
  [360, "dark"],
  [1280, "light"],
] as const)(
  "fits %d pixels (%s), fetches nothing, runs nothing and complains of nothing",
  async (width, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => requests.push(request.url()));

    await page.goto(pathToFileURL(file).href);
    for (const details of await page.locator("summary").all())
      if (await details.isVisible()) await details.click();

    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await page.title()).toContain("<script>");
    expect(requests).toEqual([pathToFileURL(file).href]);
    expect(complaints).toEqual([]);
    await page.close();
  },
);

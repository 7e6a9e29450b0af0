import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { designForTests, spokes } from "../../src/outputs/map/design-for-tests.ts";
import { reportOutput } from "../../src/outputs/report/index.ts";

/** Names as they must never be run, read as markup or reverse the text around them. */
const HOSTILE = `</script><img src=x onerror="document.title='run'"> "'\u202e`;

const hub = {
  defaults: { region: "westeurope" },
  addressSpace: "10.0.0.0/8",
  virtualNetworks: { hub: { size: "/22", role: "hub", subnets: { shared: "/24" } } },
};
const site = { addressSpace: "192.168.0.0/16", vpnDevices: [{ publicIp: "198.51.100.10", asn: 65010 }] };

const folder = mkdtempSync(join(tmpdir(), "isthmus-ways-"));
const complaints: string[] = [];
const requests: string[] = [];
let browser: Browser;
let page: Page;

beforeAll(async () => {
  write("ways.html", {
    ...hub,
    name: "company",
    virtualNetworks: { ...hub.virtualNetworks, ...spokes(3) },
    sites: { amsterdam: site },
    connections: [{ between: ["hub", ["spoke-*", "amsterdam"]] }, { between: ["spoke-*", "amsterdam"] }],
  });
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  page = await open("ways.html");
}, 60_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

function write(name: string, intent: object): void {
  writeFileSync(join(folder, name), reportOutput.write(designForTests(intent)).get("report.html") ?? "");
}

async function open(name: string, more: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...more });
  opened.setDefaultTimeout(15_000);
  opened.on("console", (message) => complaints.push(message.text()));
  opened.on("pageerror", (error) => complaints.push(error.message));
  opened.on("request", (request) => requests.push(request.url()));
  await opened.goto(pathToFileURL(join(folder, name)).href);
  return opened;
}

it("shows the way between two cards that are clicked", async () => {
  const names = await page.locator("[data-card] .name").allTextContents();
  await page.locator("[data-card].choosable").nth(0).click();
  expect(await page.locator("#ways-says").textContent()).toBe("");
  await page.locator("[data-card].choosable").nth(1).click();

  expect(names.length).toBeGreaterThan(1);
  expect(await page.locator("#ways-says").textContent()).toMatch(/^\S+ to \S+: \S+/);
  expect(await page.locator("#ways-answer .hops").count()).toBeGreaterThan(0);
  expect(await page.locator("#map .badge").allTextContents()).toEqual(["from", "to"]);
});

it("does the same from the keyboard: lists, and the matrix with its arrows", async () => {
  await page.locator("#ways-reset").press("Enter");
  await page.locator("#matrix [tabindex='0']").focus();
  for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", "End", "Enter"]) await page.keyboard.press(key);
  const focused = await page.locator("#matrix td:focus").getAttribute("aria-label");

  expect(await page.locator("#matrix [tabindex='0']").count()).toBe(1);
  expect(await page.locator("#ways-says").textContent()).toBe(focused);
  expect(await page.locator("#matrix td.chosen").count()).toBe(1);
  expect(await page.locator("#ways-to").inputValue()).not.toBe("");
  expect(await page.locator("#map .ways .there").count()).toBeGreaterThan(0);
});

it("shows what a failure changes: on the map, in the matrix, of the chosen way, and in words", async () => {
  const before = await page.locator("#matrix td.good").count();
  const gateway = await page.locator("#ways-down optgroup[label=Gateways] option").first().textContent();
  await page.selectOption("#ways-down", { label: gateway ?? "" });

  expect(await page.locator("#ways-failure").textContent()).toMatch(/down: [1-9]\d* pairs? lost/);
  expect(await page.locator("#matrix td.good").count()).toBeLessThan(before);
  expect(await page.locator("#matrix td.changed").count()).toBeGreaterThan(0);
  expect(await page.locator("#map .failed").count()).toBe(1);
  expect(await page.locator("#map .cross-out").count()).toBeGreaterThan(0);

  await page.selectOption("#ways-down", "");
  expect(await page.locator("#matrix td.good").count()).toBe(before);
  expect(await page.locator("#ways-failure").isVisible()).toBe(false);
});

it("colours lines by what is asked, with a legend", async () => {
  await page.getByRole("button", { name: "encrypted" }).press("Space");

  expect(await page.locator("#map svg").getAttribute("data-colour")).toBe("encrypted");
  expect(await page.locator("[data-legend]:visible").getAttribute("data-legend")).toBe("encrypted");
  expect(await page.locator("[aria-pressed=true]").allTextContents()).toEqual(["encrypted"]);
});

it("names everything that can be operated, and puts nothing out of the reach of the keyboard", async () => {
  const nameless =
    await page.evaluate(`[...document.querySelectorAll("select,button,[role=grid],[role=region]")]
    .filter((one) => !(one.labels?.length || one.getAttribute("aria-label") || one.textContent.trim()))
    .map((one) => one.outerHTML)`);
  const roles = await page.evaluate(
    `[...new Set([...document.querySelectorAll("#matrix [role]")].map((one) => one.getAttribute("role")))].sort()`,
  );

  expect(nameless).toEqual([]);
  expect(roles).toEqual(["columnheader", "grid", "gridcell", "row", "rowheader"]);
  expect(await page.locator("#ways-says").getAttribute("role")).toBe("status");
});

it("is as wide as a telephone, in the dark, and reads without its script", async () => {
  const narrow = await open("ways.html", { viewport: { width: 360, height: 800 }, colorScheme: "dark" });
  await narrow.selectOption("#ways-from", "0");
  await narrow.selectOption("#ways-to", "1");
  expect(await narrow.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
  await narrow.close();

  const still = await open("ways.html", { javaScriptEnabled: false });
  expect(await still.locator("#reach .without-script").isVisible()).toBe(true);
  expect(await still.locator("#ways-from").isVisible()).toBe(false);
  await still.close();
});

it("runs nothing that a name says, asks for nothing and complains of nothing", async () => {
  write("hostile.html", {
    ...hub,
    name: HOSTILE,
    sites: { [HOSTILE]: site },
    connections: [{ between: ["hub", HOSTILE] }],
  });
  const hostile = await open("hostile.html");
  await hostile.selectOption("#ways-from", "0");
  await hostile.selectOption("#ways-to", "1");

  expect(await hostile.locator("#ways-answer h3").textContent()).toContain("</script><img src=x onerror=");
  expect(await hostile.locator("img").count()).toBe(0);
  expect(await hostile.title()).not.toBe("run");
  expect(complaints).toEqual([]);
  expect(requests.every((url) => url.startsWith(pathToFileURL(folder).href))).toBe(true);
});

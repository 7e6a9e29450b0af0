import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { intent, isthmus, scratch } from "./isthmus.ts";

const ESTATE = `formatVersion: 1
resources:
  - type: Microsoft.Network/virtualNetworks
    name: hub
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/22] }
      subnets:
        - { name: gatewaysubnet, properties: { addressPrefix: 10.0.3.5/24 } } # ours
        - { name: web, properties: {} }
`;
const MISSING = "subnet/missing-address-prefix";

it("a baseline knows what was there, fails on what is new, and tells what is gone", () => {
  const folder = scratch({ "infra/hub.estate.yaml": ESTATE });
  const run = (...args: string[]) => isthmus(folder, ["check", "infra", "--baseline", "known.json", ...args]);

  expect(run()).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Write it with --update-baseline."),
  });
  expect(run("--update-baseline")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("3 in the baseline"),
  });
  const known = readFileSync(join(folder, "known.json"), "utf8");
  expect(known).toContain('"file": "infra/hub.estate.yaml"');
  expect(known).not.toContain(folder);

  const moved = ESTATE.replace("10.0.3.5/24", "10.0.3.0/24")
    .replace("web", "app")
    .replace("resources", "# moved\nresources");
  writeFileSync(join(folder, "infra/hub.estate.yaml"), moved);
  const { code, stdout } = run();
  expect(code).toBe(1);
  expect(stdout).toContain(`infra/hub.estate.yaml:11:36 error ${MISSING}\n  hub/app has no address range.`);
  expect(stdout).toContain(
    "1 error in infra/hub.estate.yaml, 1 in the baseline\nknown.json: 2 findings of it found no more",
  );
  const sarif: { runs: { results: { baselineState: string }[] }[] } = JSON.parse(
    run("--format", "sarif").stdout,
  );
  expect(sarif.runs[0]?.results.map((one) => one.baselineState).sort()).toEqual([
    "absent",
    "absent",
    "new",
    "unchanged",
  ]);
});

it("a config above the input is found up to the root of the checkout, and its word is told", () => {
  const config = `severities: { subnet/invalid-address-prefix: warning }
ignore:
  - { rule: ${MISSING}, resource: hub/w*, file: infra/**, reason: it is planned }
  - { rule: ${MISSING}, resource: hub/gone, file: infra/**, reason: it was planned }
`;
  const folder = scratch({
    "a/.git/x": "",
    "a/isthmus.config.yaml": config,
    "a/infra/hub.estate.yaml": ESTATE,
    "b/hub.estate.yaml": ESTATE,
  });

  const inside = isthmus(join(folder, "a"), ["check", "infra"]);
  expect(inside.code).toBe(0);
  expect(inside.stdout).toContain("isthmus.config.yaml:4:13 warning suppression/unused-suppression");
  expect(inside.stdout).toContain("isthmus.config.yaml: 1 suppressed, 1 lowered (1 error)");
  expect(isthmus(folder, ["check", "b"]).code).toBe(1);
  expect(isthmus(folder, ["check", "b", "--config", "a/isthmus.config.yaml"]).stdout).not.toContain(
    "suppressed",
  );

  writeFileSync(join(folder, "a/isthmus.config.yaml"), "severity: {}\n");
  expect(isthmus(join(folder, "a/infra"), ["check", "."]).stdout).toContain(
    "../isthmus.config.yaml:1:1 error config/unknown-key",
  );
});

it("what is ignored is counted in every format, and design goes on", () => {
  const ignored = ESTATE.replace(
    "        - { name: web",
    `        # ignore-next-line ${MISSING} -- planned\n        - { name: web`,
  );
  const folder = scratch({
    "hub.estate.yaml": ignored,
    "network.yaml": `# ignore-next-line intent/unknown-key -- no\n${intent}`,
  });
  const run = (format: string) => isthmus(folder, ["check", "hub.estate.yaml", "--format", format]).stdout;

  expect(run("text")).toContain("1 error, 1 warning in hub.estate.yaml, 1 suppressed");
  expect(JSON.parse(run("json"))).toMatchObject({ counts: { error: 1, warning: 1 }, suppressed: 1 });
  expect(run("junit")).toContain('<skipped message="planned"/>');
  expect(run("github")).not.toContain(MISSING);
  expect(run("sarif")).toContain('"justification": "planned"');
  expect(isthmus(folder, ["design", "--format", "json"])).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("suppression/unknown-rule"),
  });
});

it("--fix writes what is certain and nothing else; rights, links, marks and ends of lines stay", () => {
  const text = `\uFEFF${ESTATE.replaceAll("\n", "\r\n")}`;
  const folder = scratch({ "real/hub.estate.yaml": text });
  symlinkSync("real/hub.estate.yaml", join(folder, "hub.estate.yaml"));
  chmodSync(join(folder, "real/hub.estate.yaml"), 0o640);
  const run = (...args: string[]) => isthmus(folder, ["check", "hub.estate.yaml", ...args]);
  const fixed = text.replace("gatewaysubnet", "GatewaySubnet").replace("10.0.3.5/24", "10.0.3.0/24");

  const dry = run("--fix", "--dry-run");
  expect(dry.stdout).toContain(
    "-        - { name: gatewaysubnet, properties: { addressPrefix: 10.0.3.5/24 } } # ours\n+        - { name: GatewaySubnet,",
  );
  expect(readFileSync(join(folder, "hub.estate.yaml"), "utf8")).toBe(text);

  const { code, stdout } = run("--fix");
  expect(code).toBe(1);
  expect(stdout).toContain("fixed hub.estate.yaml:9:19 subnet/invalid-reserved-name: Write GatewaySubnet.");
  expect(stdout).toContain("2 findings fixed in 1 file");
  expect(readFileSync(join(folder, "real/hub.estate.yaml"), "utf8")).toBe(fixed);
  expect(statSync(join(folder, "real/hub.estate.yaml")).mode & 0o777).toBe(0o640);
  expect(run("--fix").stdout).toContain("nothing to fix");
});

it.each<readonly [args: readonly string[], says: string]>([
  [["network.yaml", "--fix"], "network.yaml is not changed by --fix"],
  [["hub.estate.yaml", "--dry-run"], "--dry-run is for --fix."],
  [["hub.estate.yaml", "--update-baseline"], "--update-baseline has no file to write."],
  [["hub.estate.yaml", "--config", "folder"], "folder is a folder and not a file."],
  [
    ["hub.estate.yaml", "--baseline", "hub.estate.yaml", "--update-baseline"],
    "hub.estate.yaml is no baseline, and is not written over.",
  ],
])("%j is refused", (args, says) => {
  const folder = scratch({ "network.yaml": intent, "hub.estate.yaml": ESTATE, "folder/x": "" });

  expect(isthmus(folder, ["check", ...args])).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining(says),
  });
});

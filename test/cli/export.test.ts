import { createHash } from "node:crypto";
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { deviceFormats } from "../../src/outputs/device-config/index.ts";
import { examplesFolder } from "../examples/example.ts";
import { isthmus, scratch } from "./isthmus.ts";

const transit = readFileSync(join(examplesFolder, "site-to-site-transit/network.yaml"), "utf8");
const office = readFileSync(join(examplesFolder, "shared-hub-gateway/network.yaml"), "utf8");

function filesOf(connection: string): readonly string[] {
  return [`swanctl-${connection}-0.conf`, `swanctl-${connection}-1.conf`, "strongswan.conf", "interfaces.sh"];
}

it("writes all devices of a site, and what will hold a key for its owner alone", () => {
  const folder = scratch({ "network.yaml": office });

  const { code, stdout, stderr } = isthmus(folder, [
    "export",
    "device-config",
    "head-office",
    "--for",
    "strongswan",
  ]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.trimEnd().split("\n")).toEqual([
    ...filesOf("hub-to-head-office").map((name) => `out/export/head-office/head-office-1/strongswan/${name}`),
    ...filesOf("hub-to-head-office-2").map(
      (name) => `out/export/head-office/head-office-2/strongswan/${name}`,
    ),
    "What is yet to be filled in stands at the top of each file.",
  ]);
  const mode = (name: string) =>
    statSync(join(folder, "out/export/head-office/head-office-2/strongswan", name)).mode & 0o777;
  expect(mode("swanctl-hub-to-head-office-2-0.conf")).toBe(0o600);
  expect(mode("interfaces.sh") & 0o044).not.toBe(0);
});

it("a file with a key in it is not written over, and formats lie side by side", () => {
  const folder = scratch({ "network.yaml": office });
  const args = ["export", "device-config", "head-office/head-office-1", "--out", "here", "--for"];
  isthmus(folder, [...args, "ikev2"]);
  const path = join(folder, "here/head-office/head-office-1/ikev2/settings.txt");
  appendFileSync(path, "secret\n");

  expect(isthmus(folder, [...args, "bird"]).code).toBe(0);
  expect(isthmus(folder, [...args, "ikev2"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("settings.txt was edited since Isthmus wrote it"),
  });
  expect(readFileSync(path, "utf8")).toMatch(/secret\n$/);
  expect(isthmus(folder, [...args, "ikev2", "--force"]).code).toBe(0);
  expect(readFileSync(path, "utf8")).not.toMatch(/secret\n$/);
});

it("commands that write to one folder leave each other's files alone, and not their own old ones", () => {
  const folder = scratch({ "network.yaml": transit });
  const there = () => readdirSync(join(folder, "out/export")).sort();
  const run = (...args: string[]) => expect(isthmus(folder, ["export", ...args])).toMatchObject({ code: 0 });

  run("map");
  run("report");
  expect(there()).toEqual(["manifest.json", "map.mmd", "map.svg", "report.html"]);
  const manifest = readFileSync(join(folder, "out/export/manifest.json"), "utf8");
  run("map");
  expect(readFileSync(join(folder, "out/export/manifest.json"), "utf8")).toBe(manifest);

  const known = JSON.parse(manifest);
  writeFileSync(join(folder, "out/export/old.svg"), "old");
  known.files["old.svg"] = createHash("sha256").update("old").digest("hex");
  known.by["old.svg"] = "export map";
  writeFileSync(join(folder, "out/export/manifest.json"), JSON.stringify(known));
  run("report");
  expect(there()).toContain("old.svg");
  expect(isthmus(folder, ["export", "map"]).stdout).toContain("out/export/old.svg was removed");
  expect(there()).toEqual(["manifest.json", "map.mmd", "map.svg", "report.html"]);
});

it("a command that was broken off finds its own files, though another one wrote there since", () => {
  const folder = scratch({ "network.yaml": transit });
  const path = join(folder, "out/export/manifest.json");
  const run = (...args: string[]) => expect(isthmus(folder, ["export", ...args])).toMatchObject({ code: 0 });
  run("map");
  const { files, ...others } = JSON.parse(readFileSync(path, "utf8"));
  const brokenOff = {
    ...others,
    files: { ...files, "map.svg": "0".repeat(64) },
    replaced: { "map.svg": files["map.svg"] },
  };
  writeFileSync(path, JSON.stringify(brokenOff));

  run("report");
  writeFileSync(join(folder, "network.yaml"), transit.replace(/^name: .*$/m, "name: another"));
  run("map");

  expect(JSON.parse(readFileSync(path, "utf8"))).not.toHaveProperty("replaced");
});

it("takes every format that there is", () => {
  const folder = scratch({ "network.yaml": office });

  const { stdout } = isthmus(folder, ["__complete", "export", "device-config", "--for", ""]);

  expect(stdout.trimEnd().split("\n")).toEqual(deviceFormats.map(({ name }) => name));
});

it("completes sites and users", () => {
  const folder = scratch({ "network.yaml": transit });

  expect(isthmus(folder, ["__complete", "export", "device-config", "u"]).stdout).toBe("utrecht\n");
  expect(isthmus(folder, ["__complete", "export", "vpn-client", "s"]).stdout).toBe("staff\n");
});

it("writes a profile for each protocol of the users' gateway", () => {
  const folder = scratch({ "network.yaml": transit });

  const { code, stdout, stderr } = isthmus(folder, ["export", "vpn-client", "staff"]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("out/export/staff/openvpn.ovpn\n");
  expect(statSync(join(folder, "out/export/staff/openvpn.ovpn")).mode & 0o777).toBe(0o600);
});

const mistakes: readonly (readonly [args: string, message: string, hint: string])[] = [
  ["device-config --for bird", "export device-config takes a site, or one of its devices.", "For example: "],
  ["device-config utrect --for bird", 'network.yaml has no "utrect".', "Did you mean utrecht?"],
  ["device-config utrecht --for brid", "--for cannot be brid.", "Choose one of: strongswan, bird,"],
  ["device-config plant --for bird", "No tunnel to Azure ends at a device of plant.", "Of these one does: "],
  ["vpn-client", "export vpn-client takes the users by their name.", "For example: "],
  ["vpn-client staf", 'network.yaml has no "staf".', "Did you mean staff?"],
];

it.each(mistakes)("isthmus export %s: what is wrong, and what to do", (args, message, hint) => {
  const { code, stdout, stderr } = isthmus(scratch({ "network.yaml": transit }), [
    "export",
    ...args.split(" "),
  ]);

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n").slice(-2)).toEqual([
    message,
    expect.stringContaining(`  hint: ${hint}`),
  ]);
});

it.each(["export", "export device-config", "export vpn-client"])("help of %s is in 80 columns", (command) => {
  const { code, stdout } = isthmus(scratch(), [...command.split(" "), "--help"]);

  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^isthmus ${command}`));
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { intent, isthmus, scratch } from "./isthmus.ts";
import { tree } from "./tree.ts";

const first = intent.replace("  hub:", "  annex: { size: /24 }\n  hub:");

it("a network that is added moves nothing that has its addresses", () => {
  const folder = scratch({ "network.yaml": intent });
  isthmus(folder, ["design"]);
  const before = addressesIn(folder);

  writeFileSync(join(folder, "network.yaml"), first);
  const { stdout } = isthmus(folder, ["design"]);

  expect(stdout).toContain("network.lock.json was written too");
  expect(addressesIn(folder)).toMatchObject(before);
});

function addressesIn(folder: string): object {
  const lock: unknown = JSON.parse(readFileSync(join(folder, "network.lock.json"), "utf8"));
  const isLock = typeof lock === "object" && lock !== null && "virtualNetworks" in lock;
  return isLock && typeof lock.virtualNetworks === "object" && lock.virtualNetworks !== null
    ? lock.virtualNetworks
    : {};
}

it("--frozen-lock refuses a lock that is missing or would change, and writes nothing then", () => {
  const folder = scratch({ "network.yaml": intent });

  expect(isthmus(folder, ["design", "--frozen-lock"])).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^network\.lock\.json is missing, .*nothing was written\.\n {2}hint: /),
  });
  expect(Object.keys(tree(folder))).toEqual(["network.yaml"]);

  isthmus(folder, ["design"]);
  writeFileSync(join(folder, "network.yaml"), first);
  const before = tree(folder);
  expect(isthmus(folder, ["design", "--frozen-lock"])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^network\.lock\.json would change/),
  });
  expect(tree(folder)).toEqual(before);
});

it("--frozen-lock writes the outputs and leaves the lock, whatever its ends of lines", () => {
  const folder = scratch({ "network.yaml": intent });
  isthmus(folder, ["design"]);
  const lock = readFileSync(join(folder, "network.lock.json"), "utf8").replaceAll("\n", "\r\n");
  writeFileSync(join(folder, "network.lock.json"), lock);
  rmSync(join(folder, "out"), { recursive: true });

  expect(isthmus(folder, ["design", "--frozen-lock"])).toMatchObject({ code: 0, stderr: "" });
  expect(existsSync(join(folder, "out/design.json"))).toBe(true);
  expect(readFileSync(join(folder, "network.lock.json"), "utf8")).toBe(lock);
});

it("--frozen-lock guards --format json too", () => {
  const folder = scratch({ "network.yaml": intent });

  expect(isthmus(folder, ["design", "--frozen-lock", "--format", "json"])).toMatchObject({
    code: 1,
    stdout: "",
  });
});

it("what the lock can no longer keep is an error, and --reconsider moves it", () => {
  const folder = scratch({ "network.yaml": intent });
  isthmus(folder, ["design"]);
  writeFileSync(join(folder, "network.yaml"), intent.replace("10.64.0.0/16", "10.80.0.0/16"));

  expect(isthmus(folder, ["design"]).code).toBe(1);
  expect(isthmus(folder, ["check"]).code).toBe(1);
  expect(isthmus(folder, ["check", "--reconsider"]).code).toBe(0);
  expect(isthmus(folder, ["design", "--reconsider"]).code).toBe(0);
  expect(isthmus(folder, ["design"])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("is unchanged"),
  });
  expect(JSON.stringify(addressesIn(folder))).toContain("10.80.");
});

it("each intent has its own lock beside it", () => {
  const folder = scratch({ "nets/prod.yaml": intent });

  isthmus(folder, ["design", "nets/prod.yaml"]);

  expect(existsSync(join(folder, "nets/prod.lock.json"))).toBe(true);
  expect(existsSync(join(folder, "nets/out/design.json"))).toBe(true);
});

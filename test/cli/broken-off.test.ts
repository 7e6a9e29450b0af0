import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, inject, it } from "vitest";
import { intent, isthmus, largeIntent, plainEnvironment, type Run, runNode, scratch } from "./isthmus.ts";
import { leftovers, tree } from "./tree.ts";

const isRoot = process.getuid?.() === 0;

/** A name space of its own makes a file system of any size or kind, and takes it away again. */
const unshare = isRoot ? ["unshare", "-m"] : ["unshare", "-rm"];
const canMount =
  spawnSync("sh", ["-c", `${unshare.join(" ")} mount -t tmpfs -o size=64k tmpfs /mnt`]).status === 0;
if (!canMount)
  process.stderr.write("SKIPPED: full and read-only disks, for this system lets nobody mount a tmpfs.\n");

function inMount(folder: string, script: string) {
  const [program = "", ...args] = unshare;
  const { status, stdout, stderr } = spawnSync(program, [...args, "sh", "-ec", script], {
    cwd: folder,
    env: { ...plainEnvironment(), NODE: process.execPath, CLI: inject("cli") },
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

it.skipIf(!canMount)("a disk that fills up in the middle leaves nothing, and the old files are whole", () => {
  const folder = scratch({ "small.yaml": intent, "large.yaml": largeIntent(60) });
  mkdirSync(join(folder, "disk"));

  const { code, stderr } = inMount(
    folder,
    `mount -t tmpfs -o size=64k tmpfs disk
     cp small.yaml disk/network.yaml; mkdir empty before after
     "$NODE" "$CLI" design disk/network.yaml --out empty >&2
     "$NODE" "$CLI" addresses disk/network.yaml > before/addresses
     find disk | sort > before/files
     cp large.yaml disk/network.yaml
     cp disk/network.lock.json before/lock
     set +e; "$NODE" "$CLI" design disk/network.yaml; code=$?
     find disk | sort > after/files
     cp disk/network.lock.json after/lock
     exit $code`,
  );

  expect(code).toBe(2);
  expect(stderr).toMatch(/disk\/out: the disk is full; nothing was written\.\n {2}hint: /);
  expect(readFileSync(join(folder, "after/files"), "utf8")).toBe(
    readFileSync(join(folder, "before/files"), "utf8"),
  );
  expect(readFileSync(join(folder, "after/lock"), "utf8")).toBe(
    readFileSync(join(folder, "before/lock"), "utf8"),
  );
});

it.skipIf(!canMount)("a disk that may only be read is said, and left as it is", () => {
  const folder = scratch({ "network.yaml": intent });
  mkdirSync(join(folder, "disk"));

  const { code, stderr } = inMount(
    folder,
    `mount -t tmpfs -o size=4m tmpfs disk; cp network.yaml disk; mount -o remount,ro disk
     "$NODE" "$CLI" design disk/network.yaml`,
  );

  expect(code).toBe(2);
  expect(stderr).toMatch(/^disk\/?.*: the file system is read-only; nothing was written\.\n/);
});

/** The one user whom rights do not stop becomes one whom they do; after its start, for Node may lie in that user's home. */
const becomeNobody = "data:text/javascript,process.setgroups([]);process.setgid(65534);process.setuid(65534)";

function withoutRights(folder: string, args: readonly string[]): Run {
  return runNode(folder, [...(isRoot ? ["--import", becomeNobody] : []), inject("cli"), ...args]);
}

it("a folder without rights is said, and left as it is", () => {
  const folder = scratch({ "network.yaml": intent });
  chmodSync(folder, 0o555);

  const run = withoutRights(folder, ["design"]);

  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(/: access is denied; nothing was written\.\n {2}hint: /);
  expect(Object.keys(tree(folder))).toEqual(["network.yaml"]);
  chmodSync(folder, 0o755);
});

it("a folder without rights is named when it is to be read, too", () => {
  const folder = scratch({ "network.yaml": intent });
  chmodSync(join(folder, "network.yaml"), 0o000);
  chmodSync(folder, 0o755);

  const run = withoutRights(folder, ["check"]);

  expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(/^network\.yaml may not be read\.\n/) });
});

/** Two states of one folder: what is there when a run is broken off must be of one of them, file by file. */
function twoStates() {
  const one = scratch({ "network.yaml": largeIntent(300) });
  const other = scratch({ "network.yaml": largeIntent(300).replace("name: large", "name: other") });
  for (const folder of [one, other]) isthmus(folder, ["design"]);
  return { before: tree(one), after: tree(other) };
}

function start(folder: string): ChildProcess {
  return spawn(process.execPath, [inject("cli"), "design"], {
    cwd: folder,
    stdio: "ignore",
    env: plainEnvironment(),
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => child.once("exit", resolve));
}

// Two seconds: it ends many runs, each a little later than the one before.
it.each(["SIGTERM", "SIGKILL"] as const)(
  "a run that ends by %s leaves whole files, and the next one goes on",
  async (signal) => {
    const { before, after } = twoStates();
    const folder = scratch(before);
    const whole: Readonly<Record<string, string | undefined>> = {
      ...before,
      "network.yaml": after["network.yaml"],
    };
    writeFileSync(join(folder, "network.yaml"), after["network.yaml"] ?? "");

    for (let delay = 60; delay < 600; delay += 60) {
      const child = start(folder);
      await sleep(delay);
      child.kill(signal);
      await ended(child);

      const now = tree(folder);
      const torn = Object.entries(now).filter(
        ([name, text]) =>
          !name.endsWith(".tmp") &&
          !name.endsWith("manifest.json") &&
          text !== whole[name] &&
          text !== after[name],
      );
      expect(torn.map(([name]) => name)).toEqual([]);
      if (signal === "SIGTERM") expect(leftovers(folder)).toEqual([]);
    }
    expect(isthmus(folder, ["design"])).toMatchObject({ code: 0, stderr: "" });
  },
);

function manifestOf(files: Readonly<Record<string, string>>): { readonly files: object } {
  return JSON.parse(files["out/manifest.json"] ?? "");
}

it("a run that died between its files makes none of them foreign", () => {
  const { before, after } = twoStates();
  const midway = { ...manifestOf(after), replaced: manifestOf(before).files };
  const third = (after["network.yaml"] ?? "").replace("name: other", "name: third");
  const folder = scratch({ ...before, "out/manifest.json": JSON.stringify(midway), "network.yaml": third });

  expect(isthmus(folder, ["design"])).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(join(folder, "out/manifest.json"), "utf8")).not.toContain("replaced");
});

it("two runs at once both succeed, and leave what one would", async () => {
  const folder = scratch({ "network.yaml": intent });
  const alone = scratch({ "network.yaml": intent });
  isthmus(alone, ["design"]);

  const children = [start(folder), start(folder), start(folder)];
  await Promise.all(children.map(ended));

  expect(children.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  expect(tree(folder)).toEqual(tree(alone));
});

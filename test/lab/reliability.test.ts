import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, it, onTestFinished } from "vitest";
import { readLog } from "../../src/lab/logs.ts";
import { deathsIn, readDeaths } from "../../src/lab/run/deaths.ts";
import { isAlive, startHolder, startTimeOf, stopHolder } from "../../src/lab/run/holder.ts";
import { runInLab } from "../../src/lab/run/in-lab.ts";
import { daemonFolder } from "../../src/lab/run/lab-files.ts";
import { endedLabs, type LabState, readState, writeState } from "../../src/lab/run/lab-state.ts";
import { claimStateFolder, notRemembered } from "../../src/lab/run/state-folder.ts";
import { root } from "../source-files.ts";
import { differences, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();

const histories: readonly (readonly [string[], object | undefined])[] = [
  [[], undefined],
  [["started 5"], undefined],
  [["died 100 9"], { died: 1, restarted: 0, how: "signal 9", now: "starts" }],
  [["died 100 256", "started 101"], { died: 1, restarted: 1, how: "exit code 1", now: "runs" }],
  [["died 100 9", "started 101", "died 102 11", "gaveup 102"], { died: 2, restarted: 1, now: "gaveUp" }],
  [["died 100 9", "gaveup 100", "started 190"], { died: 1, restarted: 1, now: "runs" }],
];

it.each(histories)("%j is %j", (lines, told) => {
  const deaths = deathsIn("d", lines);

  if (told === undefined) expect(deaths).toBeUndefined();
  else expect(deaths).toMatchObject(told);
});

/** Programs that are killed one by one and come again: some seconds, for a tunnel notices by its own timers. */
it.skipIf(why)(
  "programs that die are started again, tunnels and routes come back, and one that dies at once each time is left",
  { timeout: 90_000 },
  async () => {
    await withLab("expressroute-and-vpn", {}, async (lab) => {
      const [charon, bird] = ["charon", "bird"].map((program) =>
        lab.plan.daemons.find((daemon) => daemon.program === program),
      );
      if (!charon || !bird) throw new Error("the lab has no such programs");
      const kill = (name: string) =>
        runInLab(lab.holder, ["sh", "-c", `kill -9 $(cat ${daemonFolder(name)}/pid)`]);
      const stateOf = async (name: string) =>
        (await readDeaths(lab.holder, lab.plan.daemons)).find(({ daemon }) => daemon === name)?.now;
      await lab.compare();

      await Promise.all([kill(charon.name), kill(bird.name)]);
      await expect.poll(() => stateOf(charon.name), { timeout: 15_000 }).toBe("runs");
      await expect.poll(() => stateOf(bird.name), { timeout: 15_000 }).toBe("runs");
      expect(differences(await lab.compare())).toEqual([]);
      expect(await readLog(lab.holder, charon)).toMatch(/^isthmus: at .* UTC it was killed by signal 9$/m);

      // Its file is no more what it understands.
      await runInLab(lab.holder, ["sh", "-c", `echo nonsense >${daemonFolder(bird.name)}/bird.conf`]);
      await kill(bird.name);
      await expect.poll(() => stateOf(bird.name), { timeout: 15_000 }).toBe("gaveUp");
    });
  },
);

it.skipIf(why)(
  "keys lie in the lab's own memory, and are its user's alone",
  { timeout: 30_000 },
  async () => {
    await withLab("clients-and-tunnels", {}, async (lab) => {
      const look = `stat -f -c %T /run; find /run/isthmus -type f ! -perm 600; find /run/isthmus -name swanctl.conf -o -name '*.key' | wc -l`;
      const { stdout } = await runInLab(lab.holder, ["sh", "-c", look]);
      const [fileSystem, ...rest] = stdout.trim().split("\n");

      expect(fileSystem).toBe("tmpfs");
      expect(rest.filter((line) => /swanctl|\.key$|seed/.test(line))).toEqual([]);
      expect(Number(rest.at(-1))).toBeGreaterThan(0);
    });
  },
);

it.skipIf(why)("a holder that nobody keeps ends with whoever started it", async () => {
  const holder = await startHolder();

  expect(isAlive(holder)).toBe(true);
  expect(isAlive({ ...holder, startTime: "1" })).toBe(false);
  await stopHolder(holder);
  expect(isAlive(holder)).toBe(false);
});

function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-state-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Held by this very process, so that it is alive. */
function stateOf(startTime: string): LabState {
  const plan = { namespaces: [], links: [], daemons: [], hosts: [], notRun: [] };
  const holder = { pid: process.pid, startTime, inside: process.pid, rootless: true };
  return { name: "l", input: "/network.yaml", plan, down: [], holder };
}

it("a number that another process has by now is not the holder's", () => {
  const folder = stateFolder();

  writeState(folder, stateOf(startTimeOf(process.pid) ?? ""));
  expect([readState(folder, "l")?.name, endedLabs(folder)]).toEqual(["l", []]);
  writeState(folder, stateOf("1"));
  expect([endedLabs(folder), readState(folder, "l"), endedLabs(folder)]).toEqual([["l"], undefined, []]);
});

it.each(["", "{", "null", "[]", '{"holder":{"pid":"1"}}', '{"holder":{"pid":1}}'])(
  "a damaged file is said to be one: %j",
  (text) => {
    const folder = stateFolder();
    writeFileSync(join(folder, "l.json"), text);

    expect(() => readState(folder, "l")).toThrow(/l\.json is damaged/);
  },
);

it.each([
  ["ENOSPC", "the disk is full"],
  ["EROFS", "the file system is read-only"],
  ["EACCES", "access is denied"],
])("%s: %s", (code, words) => {
  expect(String(notRemembered(Object.assign(new Error(code), { code }), "/f"))).toContain(words);
});

it("a folder that cannot be made is named", () => {
  const folder = stateFolder();
  writeFileSync(join(folder, "file"), "");

  expect(() => claimStateFolder(join(folder, "file", "labs"))).toThrow(/cannot be written: ENOTDIR/);
});

/** Commands as users run them, about a second each; the file systems are there for them alone. */
it.skipIf(why).each([
  ["a full disk", "size=8k", "the disk is full"],
  ["a read-only folder", "ro", "the file system is read-only"],
])("%s stops up with one message, and leaves nothing", { timeout: 30_000 }, (_, options, words) => {
  const folder = stateFolder();
  mkdirSync(join(folder, "runtime"));
  const input = join(root, "examples/shared-hub-gateway/network.yaml");
  const script = `mount -t tmpfs -o mode=0700,${options} none runtime && "$1" "$2" lab up "$3" --name l; echo "code $?"`;
  const { stdout, stderr } = spawnSync(
    "unshare",
    ["-Urm", "sh", "-c", script, "sh", process.execPath, inject("cli"), input],
    { cwd: folder, encoding: "utf8", env: { ...process.env, XDG_RUNTIME_DIR: join(folder, "runtime") } },
  );

  expect(stdout).toBe("code 2\n");
  expect(stderr.replace(/^l: .*\n/gm, "")).toMatch(
    new RegExp(`^\\S+, where labs are remembered, cannot be written: ${words}\\.\\n {2}hint: [^\\n]+\\n$`),
  );
});

/** Labs that are killed while they are made: about two seconds each. */
it.skipIf(why)("nothing is left of labs that are killed", { timeout: 120_000 }, () => {
  const { status, stdout } = spawnSync(process.execPath, ["scripts/lab-cycles.mjs"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CYCLES: "5", SEED: "2", ISTHMUS_CLI: inject("cli") },
  });

  expect(stdout).toContain("Nothing is left.");
  expect(status).toBe(0);
});

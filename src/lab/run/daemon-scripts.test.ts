import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { daemonScripts } from "./daemon-scripts.ts";

/** What becomes of a first start where `start` is this script. Those that wait take a second. */
function firstStart(start: string): { readonly status: number | null; readonly stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-first-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const scripts = daemonScripts({ name: "d", namespace: "n", program: "bird", files: [], about: [] });
  const first = scripts.find(({ path }) => path.endsWith("/first-start"));
  writeFileSync(join(folder, "first-start"), first?.text ?? "exit 9");
  writeFileSync(join(folder, "start"), start);
  return spawnSync("sh", ["first-start"], { cwd: folder, encoding: "utf8" });
}

it("a program that starts has started", () => {
  expect(firstStart("exit 0").status).toBe(0);
});

it("waits for one that is killed while it starts and is started again by the lab's first process", () => {
  const killed = 'echo "died 1 9" >>deaths; (sleep 0.3; echo "started 1" >>deaths) & exit 1';

  expect(firstStart(killed).status).toBe(0);
});

it("starts one again that was killed before anybody knew its number", () => {
  expect(firstStart("[ -e once ] && exit 0; : >once; exit 1").status).toBe(0);
});

it("says why where it is given up", () => {
  const { status, stderr } = firstStart('echo "no such key" >&2; echo "gaveup 1" >>deaths; exit 1');

  expect({ status, stderr }).toEqual({ status: 1, stderr: "no such key\n" });
});

it("what was started again before has not started now", () => {
  const { status } = firstStart(
    '[ -e known ] || { echo "died 1 9" >>deaths; echo "started 1" >>deaths; : >known; exec sh first-start; }; : >halted; exit 1',
  );

  expect(status).toBe(1);
});

import { once } from "node:events";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { expect, it, vi } from "vitest";
import type { SchemaName } from "../../src/cli/schema-names.ts";
import { jsonSchema } from "../../src/cli/schemas.ts";
import { startTimeOf } from "../../src/lab/run/holder.ts";
import { whyNoLab } from "../lab/lab-of.ts";
import { intent } from "./isthmus.ts";
import { example, labWork, whileUp } from "./lab-runs.ts";

const why = await whyNoLab();
const lab = it.skipIf(why);
/** Each command starts Node, and a lab takes a second or two. */
const GENEROUS = { timeout: 120_000 };
const TUNNEL_WAIT = { timeout: 30_000, interval: 300 };

const SITE = "shared-hub-gateway";

function mistakesIn(name: SchemaName, text: string): unknown {
  // Zod writes its pattern beside the format, and that is what is checked.
  const ajv = new Ajv2020.default({ allowUnionTypes: true, formats: { "date-time": true } });
  const validate = ajv.compile(JSON.parse(jsonSchema(name)));
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

/** How many pairs answer. */
function reached(answer: string): number {
  return JSON.parse(answer).pairs.filter((pair: { answers: boolean }) => pair.answers).length;
}

function stateFolder(folder: string): string {
  return join(folder, "runtime", `isthmus-${process.getuid?.() ?? 0}`);
}

lab("up makes a lab, and a second up changes nothing", GENEROUS, async () => {
  const work = labWork(intent);

  await whileUp(work, () => {
    const { code, stdout, stderr } = work.run(["up", "--name", "l", "--timers", "fast"]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^l runs: \d+ namespaces, \d+ links, .*; 0 changes\.\n/);
    expect(stdout).toMatch(/orders\/web +10\.64\.6\.4/);
    expect(work.run(["list"]).stdout).toMatch(/^l +network\.yaml +3 /m);
    expect(mistakesIn("lab-list", work.run(["list", "--format", "json"]).stdout)).toEqual([]);
  });

  expect(work.run(["list"]).stdout).toBe("No lab runs.\n");
});

lab("what changes in the file is changed, and says how much", GENEROUS, async () => {
  const work = labWork(intent);

  await whileUp(work, () => {
    writeFileSync(
      join(work.folder, "network.yaml"),
      intent.replace("{ web: /25 }", "{ web: /25, data: /26 }"),
    );
    const stale = work.run(["test"]);
    const { stdout } = work.run(["up", "--name", "l", "--timers", "fast"]);

    expect(stale).toMatchObject({ code: 2, stderr: expect.stringContaining("says something else by now") });
    expect(stdout).toMatch(/; [1-9]\d* changes\.\n/);
    expect(work.run(["test"]).stdout).toMatch(/^l: 12 pairs pinged, 12 as predicted, 0 not/);
  });
});

lab("exec passes on input, exit code and signals", GENEROUS, async () => {
  const work = labWork(intent);

  await whileUp(work, async () => {
    expect(work.run(["exec", "orders/web", "--", "sh", "-c", "cat; exit 7"], "hello")).toMatchObject({
      code: 7,
      stdout: "hello",
    });
    expect(work.run(["exec", "orders", "--", "ping", "-c1", "10.64.0.4"]).code).toBe(0);
    expect(work.run(["exec", "orders/web", "--", "nosuch"]).code).toBe(127);
    expect(work.run(["exec", "orders/web", "--", "echo", "--x="]).stdout).toBe("--x=\n");

    const child = work.start([
      "exec",
      "orders/web",
      "--",
      "sh",
      "-c",
      "trap 'exit 9' TERM; echo on; sleep 30 & wait",
    ]);
    await once(child.stdout ?? child, "data");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([9, null]);
  });
});

lab("names that are not there are told apart", GENEROUS, async () => {
  const work = labWork(intent);

  await whileUp(work, () => {
    expect(work.run(["exec", "orders/wob", "--", "true"]).stderr).toBe(
      'The lab l has no "orders/wob".\n  hint: Did you mean orders/web?\n',
    );
    expect(work.run(["down", "m"]).stderr).toContain("No lab m runs.");
    expect(work.run(["fail", "nosuch"])).toMatchObject({ code: 2 });
    expect(work.run(["heal"]).stderr).toContain("Nothing is down in l.");
    expect(work.run(["exec", "orders"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("exec takes a host and a command."),
    });
  });
});

lab("the programs say in ARM's words what they do, and a failure is theirs too", GENEROUS, async () => {
  const work = labWork(example(SITE));

  await whileUp(work, () => {
    const tested = work.run(["test", "--format", "json"]);
    expect(tested.code).toBe(0);
    expect(mistakesIn("lab-test", tested.stdout)).toEqual([]);
    const before = JSON.parse(tested.stdout);
    expect(before.independent.pairs).toBeGreaterThan(0);
    expect(before.pairs.some((pair: { answers: boolean }) => !pair.answers)).toBe(true);

    const { stdout } = work.run(["status", "--format", "json"]);
    expect(mistakesIn("lab-status", stdout)).toEqual([]);
    const status = JSON.parse(stdout);
    expect(status.esp).toBe("userspace");
    expect(status.connections.length).toBeGreaterThan(0);
    for (const connection of status.connections) expect(connection.connectionStatus).toBe("Connected");
    expect(JSON.stringify(status.connections)).toMatch(/"ingressBytesTransferred":[1-9]/);
    expect(status.bgpPeerStatus).toContainEqual(
      expect.objectContaining({ asn: 65010, state: "Connected", routesReceived: expect.any(Number) }),
    );
    expect(status.learnedRoutes).toContainEqual(
      expect.objectContaining({ network: "192.168.0.0/18", origin: "EBgp", asPath: "65010", weight: 32768 }),
    );

    expect(work.run(["fail", "hub-vpn"]).stdout).toMatch(/^Down in l: hub-vpn \(\d+ links?, [1-9]/);
    const failed = work.run(["test", "--format", "json"]);
    expect(failed.code).toBe(0);
    expect(reached(failed.stdout)).toBeLessThan(reached(tested.stdout));
    expect(work.run(["status"]).stdout).not.toMatch(/hub-vpn#0 +Connected/);
    expect(work.run(["list"]).stdout).toMatch(/hub-vpn\n/);

    expect(work.run(["heal", "hub-vpn"]).stdout).toBe("Everything is up in l.\n");
    const healed = work.run(["test", "--format", "json"]);
    expect(reached(healed.stdout)).toBe(reached(tested.stdout));
    expect(healed.code).toBe(0);
  });
});

lab("a lab that does not do as predicted ends with 1, and says where", GENEROUS, async () => {
  const work = labWork(intent);

  await whileUp(work, () => {
    const { plan } = JSON.parse(readFileSync(join(stateFolder(work.folder), "l.json"), "utf8"));
    const orders = plan.namespaces.find(({ title }: { title: string }) => title === "orders");
    const [table] = Object.entries(orders.lookups.tables).find(([use]) => use.startsWith("table ")) ?? [];
    const number = String(orders.lookups.tables[table ?? ""]);
    work.run([
      "exec",
      orders.name,
      "--",
      "ip",
      "route",
      "add",
      "203.0.113.0/24",
      "dev",
      "lo",
      "table",
      number,
    ]);

    const routes = work.run(["test", "--format", "json"]);

    expect(routes.code).toBe(1);
    expect(mistakesIn("lab-test", routes.stdout)).toEqual([]);
    const { differ, routes: counts, tables } = JSON.parse(routes.stdout);
    expect({ differ, counts }).toEqual({ differ: 0, counts: { agree: 7, differ: 1, undecided: 0 } });
    expect(tables).toContainEqual(
      expect.objectContaining({
        name: "orders/web",
        differing: [{ addressPrefix: "203.0.113.0/24", inLab: ["lo"] }],
      }),
    );

    work.run(["exec", orders.name, "--", "ip", "route", "del", "203.0.113.0/24", "table", number]);
    work.run([
      "exec",
      "orders/web",
      "--",
      "nft",
      "add table ip t; add chain ip t c { type filter hook input priority 0; policy drop; }",
    ]);

    const text = work.run(["test"]);

    expect(text.code).toBe(1);
    expect(text.stdout).toContain("predicted: delivered");
    expect(text.stdout).toContain("in the lab: no answer");
    expect(text.stdout).toMatch(/transcribed {2}\d of 6/);
  });
});

lab("packets of a tunnel are seen as they are sent and as they travel", GENEROUS, async () => {
  const work = labWork(example(SITE));

  await whileUp(work, async () => {
    work.run(["test"]);
    const status = JSON.parse(work.run(["status", "--format", "json"]).stdout);
    const { tunnel } = status.connections[0].tunnelConnectionStatus[0];
    // Which of two equal tunnels a flow takes is its hash's to say: it gets one alone.
    for (const one of status.connections[0].tunnelConnectionStatus)
      if (one.tunnel !== tunnel) work.run(["fail", one.tunnel]);
    for (const connection of status.connections.slice(1)) work.run(["fail", connection.name]);

    const capture = work.start(["capture", tunnel, "--count", "12"]);
    let seen = "";
    capture.stdout?.on("data", (data) => {
      seen += String(data);
    });
    await once(capture.stderr ?? capture, "data");
    work.run(["exec", "hub/shared", "--", "ping", "-c6", "-i0.1", "192.168.0.4"]);
    await once(capture, "close");

    const packets = seen
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const protocolsAt = (isInside: boolean) =>
      new Set(
        packets
          .filter(({ device }) => device.startsWith("ipsec") === isInside)
          .map(({ protocol }) => protocol),
      );
    expect(protocolsAt(true)).toContain("icmp");
    expect(protocolsAt(false)).toContain("esp");
    expect(protocolsAt(false)).not.toContain("icmp");
  });
});

lab("packets are written as a file that others read", GENEROUS, async () => {
  const work = labWork(intent);

  await whileUp(work, async () => {
    const capture = work.start(["capture", "hub/shared", "--pcap", "hub.pcap", "--count", "2"]);
    await once(capture.stderr ?? capture, "data");
    work.run(["exec", "hub/shared", "--", "ping", "-c2", "-i0.1", "10.64.6.4"]);
    await once(capture, "close");

    const file = readFileSync(join(work.folder, "hub.pcap"));
    expect(file.readUInt32LE(0)).toBe(0xa1b2c3d4);
    expect(file.readUInt32LE(20)).toBe(101);
    expect(file.length).toBe(24 + 2 * (16 + 84));
  });
});

lab("no key leaves the lab's memory", GENEROUS, async () => {
  const work = labWork(example(SITE));

  await whileUp(work, async () => {
    const programs = work
      .run(["logs"])
      .stdout.trim()
      .split("\n")
      .map((line) => line.split(" ")[0] ?? "");
    const charon = programs.find((name) => name.startsWith("ike-")) ?? "";
    const there = ["sh", "-c", `cat /run/isthmus/daemons/${charon}/swanctl.conf`];
    const secret =
      /secret = "?([^"\s]+)/.exec(work.run(["exec", "hub/shared", "--", ...there]).stdout)?.[1] ?? "";
    // `up` does not wait for tunnels.
    await vi.waitFor(() => expect(work.run(["logs", charon]).stdout).toContain("IKE_SA"), TUNNEL_WAIT);
    const log = work.run(["logs", charon]).stdout;
    const folder = stateFolder(work.folder);
    const state = readFileSync(join(folder, "l.json"), "utf8");

    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    for (const text of [
      log,
      state,
      work.run(["status"]).stdout,
      work.run(["list", "--format", "json"]).stdout,
    ])
      expect(text).not.toContain(secret);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual([0o600]);
  });
});

lab("an up that is interrupted leaves nothing", GENEROUS, async () => {
  const work = labWork(example(SITE));
  const up = work.start(["up", "--name", "l"]);
  let said = "";
  up.stderr?.on("data", (data) => {
    said += String(data);
  });

  await once(up.stderr ?? up, "data");
  up.kill("SIGINT");
  const [code] = await once(up, "close");

  expect(code).toBe(130);
  expect(said).toContain("Interrupted; nothing is left of the lab.");
  expect(work.run(["list"]).stdout).toBe("No lab runs.\n");
  expect(readdirSync(stateFolder(work.folder))).toEqual([]);
});

lab("a lab that another command changes is left alone, unless that one is dead", GENEROUS, () => {
  const work = labWork(intent);
  mkdirSync(stateFolder(work.folder), { mode: 0o700 });
  const lock = join(stateFolder(work.folder), "l.lock");

  writeFileSync(lock, `${process.pid} ${startTimeOf(process.pid)}`);
  const refused = work.run(["up", "--name", "l"]);
  writeFileSync(lock, `${process.pid} 1`);
  const taken = work.run(["up", "--name", "l"]);
  work.run(["down", "--all"]);

  expect(refused).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Another command is changing the lab l."),
  });
  expect(taken.code).toBe(0);
});

it("without a lab every command says so", () => {
  const work = labWork(intent);

  for (const args of [
    ["down"],
    ["status"],
    ["test"],
    ["fail", "hub"],
    ["heal"],
    ["exec", "hub", "--", "true"],
    ["logs"],
  ])
    expect(work.run(args)).toEqual({
      code: 2,
      stdout: "",
      stderr: "No lab runs.\n  hint: Start one: isthmus lab up network.yaml\n",
    });
  expect(work.run(["down", "--all"])).toMatchObject({ code: 0, stdout: "No lab runs.\n" });
});

it("a folder that others may write to is not believed", () => {
  const work = labWork(intent);
  mkdirSync(stateFolder(work.folder));
  chmodSync(stateFolder(work.folder), 0o777);

  expect(work.run(["list"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("is open to others than you"),
  });
});

it("a name that could be a path is refused, and so is stdin", () => {
  const work = labWork(intent);

  expect(work.run(["up", "--name", "../x"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("is no name for a lab"),
  });
  expect(work.run(["up", "-"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("A lab is made from a file"),
  });
});

it("the doctor names what is missing and how to get it", () => {
  const work = labWork(intent);
  const { code, stdout } = work.run(["doctor", "--format", "json"]);
  const answer = JSON.parse(stdout);

  expect(mistakesIn("lab-doctor", stdout)).toEqual([]);
  const all: { works: boolean }[] = [...answer.features, ...answer.programs];
  expect(code).toBe(all.every(({ works }) => works) ? 0 : 1);
  expect(answer.install === undefined).toBe(answer.programs.every(({ works }: { works: boolean }) => works));
});

it("up takes parameters from files alone, for a lab remembers no key", () => {
  const work = labWork(intent);

  const refused = work.run(["up", "--name", "l", "--parameters", "sharedKey=planted"]);

  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("A lab remembers files and no values, such as that of sharedKey.");
  expect(refused.stderr).not.toContain("planted");
});

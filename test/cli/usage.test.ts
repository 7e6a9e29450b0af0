import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../source-files.ts";
import { intent, isthmus, scratch } from "./isthmus.ts";

const commands = [
  "init",
  "design",
  "check",
  "explain",
  "addresses",
  "routes",
  "trace",
  "price",
  "schema",
  "completion",
];

it("shows its help when it is alone, and begins with how to start", () => {
  const { code, stdout, stderr } = isthmus(scratch(), []);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.split("\n").slice(2, 5).join("\n")).toMatch(
    /^Start\n {2}isthmus init .*\n {2}isthmus design /,
  );
  for (const command of commands) expect(stdout).toContain(`\n  ${command} `);
});

it.each(commands)("help of %s has its flags and examples, in 80 columns", (command) => {
  const { code, stdout } = isthmus(scratch(), [command, "--help"]);

  const flags = isthmus(scratch(), ["__complete", command, "--"])
    .stdout.split("\n")
    .filter((flag) => flag !== "");
  expect(code).toBe(0);
  expect(flags.filter((flag) => !stdout.includes(`${flag} `))).toEqual([]);
  expect(stdout).toMatch(new RegExp(`^isthmus ${command}`));
  expect(stdout).toContain("\nExamples\n");
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(isthmus(scratch(), ["help", command]).stdout).toBe(stdout);
});

it("the examples of the help are right usage", () => {
  const folder = scratch({
    "network.yaml": intent,
    "hub.estate.yaml": "formatVersion: 1\nresources: []\n",
    "infra/hub.estate.yaml": "formatVersion: 1\nresources: []\n",
    "known.json": '{ "format": "isthmus/baseline", "version": 1, "findings": [] }',
    "prices.json": '{ "format": "isthmus/prices", "version": 1, "currency": "USD", "rates": [] }',
  });
  // What routes answers is what Azure would, so it can be held against itself.
  const { stdout: routes } = isthmus(folder, ["routes", "orders/web", "--format", "json"]);
  writeFileSync(join(folder, "nic.json"), routes);
  const examples = commands.flatMap((command) => {
    const [, lines = ""] = isthmus(folder, [command, "--help"]).stdout.split("\nExamples\n");
    return [...lines.matchAll(/^ {2}isthmus (.+?) {2}/gm)].map(
      ([, example = ""]) => example.split(/ [|>] /)[0] ?? "",
    );
  });

  const wrong = examples.filter((example) => {
    const words = example
      .replace("init", "init new.yaml")
      .replace("*.estate.yaml", "network.yaml")
      .split(" ");
    return isthmus(folder, words).code !== 0;
  });

  expect(examples.length).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
}, 60_000);

it.each(["--version", "-v", "version"])("%s prints the version of the package", (flag) => {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

  expect(manifest).toMatchObject({ version: isthmus(scratch(), [flag]).stdout.trim() });
});

const mistakes: readonly (readonly [args: string, message: string, hint: string])[] = [
  ["desgin", "There is no command desgin.", "Did you mean isthmus design?"],
  ["frobnicate", "There is no command frobnicate.", "Run isthmus --help for the list of them."],
  ["--froce", "There is no flag --froce.", "Run isthmus --help for the list of them."],
  ["design --froce", "There is no flag --froce.", "Did you mean --force?"],
  ["design --format xml", "--format cannot be xml.", "Choose one of: text, json."],
  ["design --out", "--out needs a value.", "Add --help to see what it takes."],
  ["design --out=", "--out= has no value.", "Write one, or leave the flag out."],
  ["design a b", "b is one argument too many.", "Add --help to see what it takes."],
  ["explain hub", "explain takes the names of both ends.", "For example: isthmus explain hub orders"],
  ["explain hub ordres", 'network.yaml has no "ordres".', "Did you mean orders?"],
  ["explain hub nope", 'network.yaml has no "nope".', "It has hub, orders and billing."],
  ["explain hub hub", "Both names mean hub.", "hub is connected with orders and billing."],
  [
    "explain orders billing",
    "network.yaml asks for no connection between orders and billing.",
    "orders is connected with hub.",
  ],
  ["addresses --next abc", '--next: "abc" is no prefix length.', "Write it like /24."],
  ["addresses --next /129", '--next: "/129" is no prefix length.', "Write it like /24."],
  ["addresses --in nope", 'network.yaml has no "nope".', "It has hub, orders and billing."],
  ["routes ordres", 'network.yaml has no "ordres".', "Did you mean orders?"],
  ["routes network.yaml nope", 'network.yaml has no "nope".', "It has "],
  ["check adminKey=hunter2", "There is no file adminKey=….", "Is it a parameter's value?"],
  ["routes no.yaml", "no.yaml is not there.", "Name an intent file,"],
  ["routes orders/web --down wb", 'network.yaml has no "wb".', "Did you mean orders/web?"],
  ["routes orders/web --against no.json", "no.json is not there.", "Write it with: az network nic"],
  [
    "routes orders/web --against network.yaml",
    "network.yaml is no table of effective routes: it holds no list of routes.",
    "Write it with: az network nic",
  ],
  ["trace hub", "trace takes where a flow begins and where it ends.", "For example: isthmus trace"],
  ["trace hub nope", 'network.yaml has no "nope".', "It has "],
  ["trace internet internet", "Both ends are internet.", "Name two different ones."],
  ["trace hub 10.64.0.0/24", '"10.64.0.0/24" is a range, and a packet has one address.', "Name one"],
  ["trace 10.99.0.1 hub", "Nobody in network.yaml has 10.99.0.1.", "Begin at an address of a subnet,"],
  ["trace hub orders --port 0", '--port: "0" is no port.', "Write a number from 1 to 65535."],
  ["trace hub orders --protocol icmp --port 80", "ICMP has no ports.", "Leave --port out,"],
  [
    "trace hub 2001:db8::5",
    "hub/shared and 2001:db8::5 have no family of addresses in common.",
    "Give both an IPv4 range,",
  ],
  ["schema nope", 'There is no schema "nope".', "Name one of: intent, estate, lock,"],
  ["completion tcsh", 'There is no completion for "tcsh".', "Name one of: bash, zsh, fish."],
  ["price --prices no.json", "no.json is not there.", "Write a file of prices with"],
  ["prices refresh --currency euro", '--currency: "euro" is no currency.', "Write it like EUR."],
  ["prices refresh --region 'West", `--region: "'West" is no region.`, "Write it like westeurope."],
  ["prices refresh --from prices", '--from: "prices" is no address of the web.', "Write it like https://"],
  ["completion", "SHELL is missing.", "Add --help to see what it takes."],
  ["init", "network.yaml is there already.", "Name another file, or write over it with --force."],
];

it.each(mistakes)("isthmus %s: what is wrong, and what to do", (args, message, hint) => {
  const { code, stdout, stderr } = isthmus(scratch({ "network.yaml": intent }), args.split(" "));

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toEqual([message, expect.stringContaining(`  hint: ${hint}`)]);
});

it("an empty argument is a variable that was not set, and is refused", () => {
  expect(isthmus(scratch(), ["check", ""])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^An argument is empty/),
  });
});

it("what init writes designs and checks as it is", () => {
  const folder = scratch();

  expect(isthmus(folder, ["init"]).stdout).toContain("then run: isthmus design\n");
  expect(isthmus(folder, ["check"])).toEqual({ code: 0, stdout: "no findings\n", stderr: "" });
  expect(isthmus(folder, ["design"])).toMatchObject({ code: 0, stderr: "" });
  expect(existsSync(join(folder, "out/design.json"))).toBe(true);
});

it("explain says each link once, and names both ends whichever way round", () => {
  const folder = scratch({ "network.yaml": intent });
  const { stdout } = isthmus(folder, ["explain", "hub", "orders"]);

  const links = stdout.match(/https:\S+/g) ?? [];
  expect(stdout).toMatch(/^hub and orders are joined by VNet peering\.\n/);
  expect(links.length).toBeGreaterThan(0);
  expect(new Set(links).size).toBe(links.length);
  expect(stdout.split("\n").filter((line) => line.length > 80 && !line.includes("https:"))).toEqual([]);
  expect(isthmus(folder, ["explain", "rders", "HUB"]).stdout).toBe(stdout);
});

it("addresses --next prints the next free range and nothing else", () => {
  const folder = scratch({ "network.yaml": intent });

  expect(isthmus(folder, ["addresses", "--next", "/24"])).toEqual({
    code: 0,
    stdout: "10.64.8.0/24\n",
    stderr: "",
  });
  expect(isthmus(folder, ["addresses", "--next", "25", "--in", "orders"]).stdout).toBe("10.64.6.128/25\n");
  expect(isthmus(folder, ["addresses", "--next", "/8"])).toEqual({
    code: 1,
    stdout: "",
    stderr: "No /8 is free in 10.64.0.0/16.\n",
  });
});

it("addresses shows the pools of users, and never offers them as free", () => {
  const users = `
p2sUsers: { staff: { count: 50, os: windows, authentication: certificate } }
connections: [{ between: [staff, orders] }]
`;
  const withUsers = `${intent.replace(/\nconnections:[^]*$/, "")}${users}`;
  const folder = scratch({ "network.yaml": withUsers });

  const { stdout } = isthmus(folder, ["addresses"]);

  expect(stdout).toMatch(/staff \(users\) +10\.64\.8\.0\/25/);
  expect(isthmus(folder, ["addresses", "--next", "/25"]).stdout).toBe("10.64.8.128/25\n");
});

// `npm run bench:lab`: how long labs take, how much memory, and what their tunnels carry. Times are of the whole command,
// the least of some rounds, for the machine does other things too: its load is said. Takes root's rights nowhere.
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { fileFor, lab, memoryOf, stateOf } from "./lab-of-bench.mjs";
import { printTable, ratio } from "./print-table.mjs";
import { tunnelThroughput } from "./time-tunnel.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 3);
const STREAMS = Number(process.env.STREAMS ?? 7);
const NETWORKS = Number(process.env.NETWORKS ?? 100);

const before = loadavg()[0];
const reference = roundsOf("lab-reference", "bench/lab-reference.yaml");
const many = roundsOf("many", fileFor("network.yaml", hubAndSpokes(NETWORKS), writeFileSync));

printTable(
  `Labs: seconds, the least of ${ROUNDS}; load ${before.toFixed(1)} at the beginning, ${loadavg()[0].toFixed(1)} at the end`,
  ["", "measured", "limit", "against it"],
  [
    row(
      `reference network, ${reference.hosts} hosts: nothing to all ${reference.pairs} pairs asserted`,
      reference.whole,
      15,
    ),
    row("  of it lab up", reference.up),
    row("  of it lab test", reference.test),
    row("  a second lab up, 0 changes", reference.again, 1),
    row("  lab down", reference.down, 3),
    row(`${NETWORKS} networks: nothing to all ${many.pairs} pairs asserted`, many.whole, 10),
    row("  of it lab up", many.up),
    row("  of it lab test", many.test),
    row("  a second lab up, 0 changes", many.again, 1),
    row("  lab down", many.down, 3),
  ],
);
printTable(
  "Memory of all processes of the reference network (Pss)",
  ["program", "how many", "MB"],
  [
    ...reference.memory.map(([name, { count, megabytes }]) => [name, String(count), megabytes.toFixed(1)]),
    ["all", "", reference.memory.reduce((sum, [, { megabytes }]) => sum + megabytes, 0).toFixed(1)],
  ],
);
const [inLab, ...bare] = await tunnelThroughput(STREAMS);
printTable(
  `One TCP stream through an IPsec tunnel, median of ${STREAMS} by turns; load ${loadavg()[0].toFixed(1)}`,
  ["", "Mbit/s", "the lab against it", "processor's s/Gbit", "the lab's against it"],
  [inLab, ...bare].map(({ name, megabits, processor }) => [
    name,
    megabits.toFixed(0),
    ratio(inLab.megabits / megabits),
    processor.toFixed(2),
    ratio(inLab.processor / processor),
  ]),
);

function row(name, seconds, limit) {
  return [
    name,
    seconds.toFixed(2),
    limit === undefined ? "" : String(limit),
    limit === undefined ? "" : ratio(seconds / limit),
  ];
}

/** Each time the least of all rounds; memory of the last. */
function roundsOf(name, input) {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const up = lab("up", input, "--name", name);
    const test = lab("test", name);
    const again = lab("up", input, "--name", name);
    if (!again.stdout.includes("; 0 changes.")) throw new Error(`A second up changes: ${again.stdout}`);
    const state = stateOf(name);
    const memory = memoryOf(state);
    const down = lab("down", name);
    const pairs = /([\d,]+) pairs pinged/.exec(test.stdout)?.[1];
    return {
      memory,
      pairs,
      hosts: state.plan.hosts.length,
      seconds: {
        up: up.seconds,
        test: test.seconds,
        whole: up.seconds + test.seconds,
        again: again.seconds,
        down: down.seconds,
      },
    };
  });
  const last = rounds[rounds.length - 1];
  const least = (part) => Math.min(...rounds.map(({ seconds }) => seconds[part]));
  return { ...last, ...Object.fromEntries(Object.keys(last.seconds).map((part) => [part, least(part)])) };
}

function hubAndSpokes(count) {
  const names = Array.from({ length: count - 1 }, (_, index) => `spoke-${index}`);
  return [
    "name: many",
    "defaults: { region: westeurope, resourceGroup: rg-network }",
    "addressSpace: 10.0.0.0/12",
    "virtualNetworks:",
    "  hub: { role: hub, size: /24, subnets: { shared: /26 } }",
    ...names.map((name) => `  ${name}: { size: /24, subnets: { web: /26 } }`),
    "connections:",
    '  - between: [hub, ["spoke-*"]]',
    "",
  ].join("\n");
}

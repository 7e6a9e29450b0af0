import { execFileSync } from "node:child_process";
import {
  type Address,
  addressFamily,
  type Family,
  formatAddress,
  formatPrefix,
  type Prefix,
  parsePrefix,
} from "../../src/ip/index.ts";

/** Prefixes that a kernel is to know, and addresses that it is asked about then. */
export interface Exam {
  readonly prefixes: readonly Prefix[];
  readonly addresses: readonly Address[];
}

/** Why the kernel cannot be asked here; `undefined` where it can. */
export function whyNotAsked(): string | undefined {
  try {
    ask([...before, "route get fibmatch 10.0.0.1"]);
    return undefined;
  } catch (error) {
    return `ip(8) in a namespace of its own: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : "fails"}`;
  }
}

/** Which of its prefixes the kernel takes for each address, as text; `undefined` where none holds it. */
export function askKernel(exams: readonly Exam[]): readonly (readonly (string | undefined)[])[] {
  const answers = ask([...before, ...exams.flatMap(commandsOf)]).values();
  return exams.map((exam) => {
    const defaults = exam.prefixes.filter(({ length }) => length === 0).map(formatPrefix);
    return exam.addresses.map((address) =>
      read(answers.next().value ?? "", addressFamily(address), defaults),
    );
  });
}

/**
 * A question without an answer would break the batch off, so that there is always a default route: the exam's own where
 * it has one, for a lower metric goes first, and else this one, which means none.
 */
const before = [
  "link set lo up",
  ...["0.0.0.0/0", "::/0"].map((range) => `route add ${range} dev lo metric 9999`),
];

/** One after another in one namespace, whence each takes its routes away again. */
function commandsOf({ prefixes, addresses }: Exam): readonly string[] {
  const routes = prefixes.map((prefix) => `${formatPrefix(prefix)} dev lo metric 10`);
  return [
    ...routes.map((route) => `route add ${route}`),
    ...addresses.map((address) => `route get fibmatch ${formatAddress(address)}`),
    ...routes.map((route) => `route del ${route}`),
  ];
}

/** `10.1.0.0/16 dev lo …`, where a prefix of one address has no length. */
function read(answer: string, family: Family, defaults: readonly string[]): string | undefined {
  const [taken = ""] = answer.split(" ");
  if (taken === "default") return defaults.find((range) => range === (family === 4 ? "0.0.0.0/0" : "::/0"));
  const prefix = parsePrefix(taken.includes("/") ? taken : `${taken}/${family === 4 ? 32 : 128}`);
  if (!prefix) throw new Error(`The kernel answers ${answer}.`);
  return formatPrefix(prefix);
}

function ask(commands: readonly string[]): readonly string[] {
  const answer = execFileSync("unshare", ["-Urn", "ip", "-N", "-batch", "-"], {
    input: commands.map((command) => `${command}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["pipe", "pipe", "pipe"],
  });
  return answer.split("\n").filter((line) => line.trim() !== "");
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connectionKinds } from "../../src/connections/index.ts";
import { type Design, design } from "../../src/design.ts";
import type { Claims } from "../../src/model/claims.ts";
import type { Wish } from "../../src/model/connection-kind.ts";
import type { Decision, PathDecision } from "../../src/model/decision.ts";
import type { Intent } from "../../src/model/intent.ts";
import type { Needs } from "../../src/model/needs.ts";
import { expandConnections } from "../../src/planning/expand-connections.ts";
import { withHosts } from "../../src/prove/with-hosts.ts";
import { readDocument } from "../../src/source/index.ts";
import { root } from "../source-files.ts";
import { intents } from "./intents.ts";

/** Every example and every intent of ours, with what was decided of it. */
export const designNames: readonly string[] = [...exampleNames(), ...Object.keys(intents)];

function exampleNames(): readonly string[] {
  return readdirSync(join(root, "examples"))
    .filter((name) => existsSync(join(root, "examples", name, "network.yaml")))
    .sort();
}

const designs = new Map<string, Design>();
const wishesOf = new WeakMap<Intent, ReadonlyMap<string, Wish>>();

export function designed(name: string): Design {
  const known = designs.get(name) ?? designText(textOf(name), lockOf(name));
  designs.set(name, known);
  return known;
}

function textOf(name: string): string {
  return intents[name] ?? readFileSync(join(root, "examples", name, "network.yaml"), "utf8");
}

function lockOf(name: string): string | undefined {
  const path = join(root, "examples", name, "network.lock.json");
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function designText(text: string, lock: string | undefined): Design {
  const { design: found, diagnostics } = design(readDocument("network.yaml", text), {
    ...(lock === undefined ? {} : { lock: readDocument("network.lock.json", lock) }),
    reconsider: false,
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (!found || errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return { ...found, estate: withHosts(found.estate) };
}

/** What the kind of a decision's path says of itself, for its own ends. */
export function claimsOf(path: PathDecision, decision: Decision, design: Design): Claims | undefined {
  const wish = wishOf(decision, design);
  const plain = connectionKinds.find(({ name }) => name === path.kind);
  const kind = path.over === undefined ? plain : plain?.runsOver;
  return wish && kind?.claims(wish);
}

export function needsOf(decision: Decision, design: Design): Needs | undefined {
  return wishOf(decision, design)?.needs;
}

function wishOf({ name }: Decision, { intent }: Design): Wish | undefined {
  const wishes =
    wishesOf.get(intent) ?? new Map(expandConnections(intent).wishes.map((wish) => [wish.name, wish]));
  wishesOf.set(intent, wishes);
  return wishes.get(name);
}

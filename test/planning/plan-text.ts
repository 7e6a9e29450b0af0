import { connectionKinds } from "../../src/connections/index.ts";
import { facilityTypes } from "../../src/facilities/index.ts";
import { formatPrefix } from "../../src/ip/index.ts";
import type { Intent } from "../../src/model/intent.ts";
import { emptyLock, type Lock } from "../../src/model/lock.ts";
import { type Plan, planEstate } from "../../src/planning/plan-estate.ts";
import { meterPricer } from "../../src/prices/price-meters.ts";
import { priceSheet } from "../../src/prices/price-sheet.ts";
import { readIntent } from "../../src/readers/intent/read-intent.ts";
import { readLock } from "../../src/readers/lock/read-lock.ts";
import { writeLock } from "../../src/readers/lock/write-lock.ts";
import { type JsonObject, readDocument } from "../../src/source/index.ts";

const LOCK_FILE = "network.lock.json";

/** A plan of an intent that stands in the test as YAML; a mistake in the text is a mistake of the test. */
export function planText(yaml: string, lock: Lock = emptyLock(LOCK_FILE), reconsider = false): Plan {
  const document = readDocument("network.yaml", yaml);
  const { intent, diagnostics } = readIntent(
    document,
    connectionKinds.map(({ name }) => name),
  );
  const mistakes = [...document.problems, ...diagnostics].map(({ message }) => message);
  if (!intent || mistakes.length > 0) throw new Error(mistakes.join("\n"));
  return planOf(intent, lock, reconsider);
}

export function planOf(intent: Intent, lock: Lock = emptyLock(LOCK_FILE), reconsider = false): Plan {
  const means = { kinds: connectionKinds, facilityTypes, priceOf: meterPricer(priceSheet) };
  return planEstate(intent, means, lock, reconsider);
}

/** `hub 10.0.0.0/24` and `hub/web 10.0.0.0/25`, as the file has them. */
export function rangesOf({ addresses }: Plan): readonly string[] {
  return addresses.networks.flatMap(({ network, addressSpace, subnets }) => [
    [network.name, ...addressSpace.map(({ prefix }) => formatPrefix(prefix))].join(" "),
    ...subnets.map(({ name, addressPrefixes }) =>
      [`${network.name}/${name}`, ...addressPrefixes.map(({ prefix }) => formatPrefix(prefix))].join(" "),
    ),
  ]);
}

/** `rule: message`, one for each finding of the plan. */
export function findingsOf({ diagnostics }: Plan): readonly string[] {
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

export function lockOf(
  networks: Readonly<
    Record<string, { readonly addressSpace?: readonly string[]; readonly subnets?: JsonObject }>
  >,
  regions: JsonObject = {},
): Lock {
  const value = { format: "isthmus/lock", version: 1, regions, virtualNetworks: networks };
  const { lock, diagnostics } = readLock(readDocument(LOCK_FILE, JSON.stringify(value)));
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return lock;
}

export function lockText(lock: Lock): string {
  return JSON.stringify(writeLock(lock));
}

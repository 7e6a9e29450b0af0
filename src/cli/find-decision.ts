import type { Design } from "../design.ts";
import type { Decision } from "../model/decision.ts";
import { findName } from "./find-name.ts";
import { listNames } from "./list-names.ts";
import { UserError } from "./user-error.ts";

/** The decision between two networks, sites or groups of users, whichever way round they are named. */
export function findDecision({ intent, decisions }: Design, a: string, b: string): Decision {
  const { file } = intent.origin;
  const names = [...intent.virtualNetworks, ...intent.sites, ...intent.p2sUsers].map(({ name }) => name);
  const one = findName(a, names, file);
  const other = findName(b, names, file);
  const found = decisions.find(({ between }) => partnerOf(one, between) === other);
  if (found) return found;

  const partners = decisions.flatMap(({ between }) => partnerOf(one, between) ?? []);
  throw new UserError(
    one === other ? `Both names mean ${one}.` : `${file} asks for no connection between ${one} and ${other}.`,
    partners.length > 0
      ? `${one} is connected with ${listNames(partners)}.`
      : `Ask for one under connections, for example: - between: [${names.slice(0, 2).join(", ")}]`,
  );
}

function partnerOf(name: string, [a, b]: Decision["between"]): string | undefined {
  if (name === a) return b;
  return name === b ? a : undefined;
}

import { type Address, formatAddress } from "../../ip/index.ts";
import type { ElementId, Gap, TableId } from "../../model/topology.ts";
import type { Candidate, Found } from "../lookup.ts";
import { numberOf, rowText } from "./row-text.ts";
import type { World } from "./world.ts";

/** The questions that were asked of a situation, with the answers as text. */
export interface Heard {
  /** Of everything that was left out when the sessions were solved. */
  readonly gaps: string;
  readonly up: ReadonlyMap<ElementId, boolean>;
  readonly reasons: ReadonlyMap<ElementId, string | undefined>;
  readonly lookups: ReadonlyMap<string, Asked>;
}

export interface Asked {
  readonly table: TableId;
  readonly address: Address;
  readonly admits: Admits | undefined;
  readonly answer: string;
}

type Admits = (candidate: Candidate) => boolean;

/** A world that remembers its answers, and can tell what it was asked meanwhile. */
export interface Listener {
  readonly gaps: string;
  readonly world: World;
  readonly answerOf: (key: string, asked: Omit<Asked, "answer">) => string;
  readonly listen: <T>(ask: (world: World) => T) => { readonly result: T; readonly heard: Heard };
}

interface Answer {
  readonly found: Found | undefined;
  text?: string;
}

export function createListener(world: World, gaps: readonly Gap[]): Listener {
  const said = gaps.map(({ kind, about, because }) => [kind, about, because]);
  const gapText = said.length === 0 ? "" : JSON.stringify(said);
  const answers = new Map<string, Answer>();

  function answer(key: string, table: TableId, address: Address, admits: Admits | undefined): Answer {
    const known = answers.get(key);
    if (known) return known;
    const found = admits ? world.lookupAmong(table, address, admits) : world.lookup(table, address);
    const made = { found };
    answers.set(key, made);
    return made;
  }

  function textOf(answer: Answer): string {
    answer.text ??= answer.found ? answer.found.rows.map(candidateText).join("\n") : "";
    return answer.text;
  }

  return {
    gaps: gapText,
    world,
    answerOf: (key, { table, address, admits }) => textOf(answer(key, table, address, admits)),
    listen(ask) {
      const up = new Map<ElementId, boolean>();
      const reasons = new Map<ElementId, string | undefined>();
      const lookups = new Map<string, Asked>();
      function hear(table: TableId, address: Address, admits?: Admits): Found | undefined {
        const number = world.index.numberOfTable(table);
        const key = `${admits ? numberOf(admits) : ""} ${formatAddress(address)} ${number}`;
        const given = answer(key, table, address, admits);
        if (!lookups.has(key)) lookups.set(key, { table, address, admits, answer: textOf(given) });
        return given.found;
      }
      const result = ask({
        ...world,
        lookup: hear,
        lookupAmong: hear,
        up: {
          ...world.up,
          isUp(id) {
            const isUp = world.up.isUp(id);
            up.set(id, isUp);
            return isUp;
          },
          reasonDown(id) {
            const reason = world.up.reasonDown(id);
            reasons.set(id, reason);
            return reason;
          },
        },
      });
      return { result, heard: { gaps: gapText, up, reasons, lookups } };
    },
  };
}

/** Whether all that was heard in one situation would be heard in another. */
export function stillSays(listener: Listener, { gaps, up, reasons, lookups }: Heard): boolean {
  if (gaps !== listener.gaps) return false;
  for (const [id, isUp] of up) if (listener.world.up.isUp(id) !== isUp) return false;
  for (const [id, reason] of reasons) if (listener.world.up.reasonDown(id) !== reason) return false;
  for (const [key, asked] of lookups) if (listener.answerOf(key, asked) !== asked.answer) return false;
  return true;
}

function candidateText({ layer, row }: Candidate): string {
  return `${layer.id} ${rowText(row)}`;
}

import type { OutcomeCode } from "./outcome-codes.ts";

/**
 * Of each class that is asked for, the last questions about it and the answers, each from one region of senders up to
 * another: most senders ask what the one before them asked.
 */
export interface KeptAnswers {
  /** Below 0 where none is kept. */
  find(to: number, question: number, parts: number, region: number): OutcomeCode;
  keep(to: number, question: number, parts: number, first: number, end: number, code: OutcomeCode): void;
}

/** Answers kept of one class: senders that come by turns go different ways. A power of two. */
const slots = 8;
/** What is kept of an answer stands side by side: it is read millions of times. */
const fields = { question: 0, parts: 1, first: 2, end: 3, code: 4 } as const;
const width = 5;
const none = -1;

export function createKeptAnswers(classCount: number): KeptAnswers {
  const kept = new Int32Array(classCount * slots * width);
  /** By class, which of its answers is the next to give way. */
  const oldest = new Uint8Array(classCount);

  function find(to: number, question: number, parts: number, region: number): OutcomeCode {
    const end = (to + 1) * slots * width;
    for (let at = to * slots * width; at < end; at += width)
      if (kept[at] === question && kept[at + fields.parts] === parts)
        if ((kept[at + fields.first] ?? 0) <= region && region < (kept[at + fields.end] ?? 0))
          return kept[at + fields.code] ?? none;
    return none;
  }

  /** Of one question one answer is kept. */
  function placeFor(to: number, question: number, parts: number): number {
    const end = (to + 1) * slots * width;
    for (let at = to * slots * width; at < end; at += width) {
      const isUsed = (kept[at + fields.end] ?? 0) > 0;
      if (isUsed && kept[at] === question && kept[at + fields.parts] === parts) return at;
    }
    const next = oldest[to] ?? 0;
    oldest[to] = (next + 1) & (slots - 1);
    return (to * slots + next) * width;
  }

  return {
    find,
    keep(to, question, parts, first, end, code) {
      const at = placeFor(to, question, parts);
      kept[at + fields.question] = question;
      kept[at + fields.parts] = parts;
      kept[at + fields.first] = first;
      kept[at + fields.end] = end;
      kept[at + fields.code] = code;
    },
  };
}

import type { PageData, PageTrace } from "../page-data.ts";

export function nameOf({ places }: PageData, place: number): string {
  return places[place]?.name ?? "";
}

export function textOf({ texts }: PageData, number: number): string {
  return texts[number] ?? "";
}

/** `delivered, encrypted by IPsec`: for who hears a cell of the matrix. */
export function tellTrace(data: PageData, trace: PageTrace | undefined): string {
  if (!trace) return "the same place";
  const words = data.outcomes[trace.outcome]?.words ?? "";
  return trace.outcome === 0 ? `${words}, ${encryptionOf(data, trace)}` : words;
}

function encryptionOf(data: PageData, trace: PageTrace): string {
  const segments = [...trace.there, ...trace.back]
    .flatMap((way) => data.ways[way]?.hops ?? [])
    .flatMap((hop) => data.segments[data.hops[hop]?.segment ?? -1] ?? [])
    .filter(({ inside }) => !inside);
  if (segments.length === 0) return "inside its network";
  const by = [
    ...new Set(segments.flatMap(({ encrypted }) => (encrypted === undefined ? [] : textOf(data, encrypted)))),
  ];
  if (by.length === 0) return "not encrypted";
  const partly = segments.some(({ encrypted }) => encrypted === undefined) ? "partly " : "";
  return `${partly}encrypted by ${by.join(" and ")}`;
}

const LONGEST_NAME = 28;

/** What fits beside the matrix: names of one network begin alike, so the middle goes. */
export function shortName(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const head = Math.ceil((LONGEST_NAME - 1) / 2);
  return `${name.slice(0, head)}…${name.slice(name.length - (LONGEST_NAME - 1 - head))}`;
}

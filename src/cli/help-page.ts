import { SCREEN_WIDTH, wrap } from "./wrap.ts";

export interface HelpSection {
  readonly title: string;
  readonly rows: readonly (readonly [term: string, text: string])[];
}

/** A page of help: paragraphs, then sections of terms, each with its text beside it. */
export function helpPage(paragraphs: readonly string[], sections: readonly HelpSection[]): string {
  return [
    ...paragraphs.flatMap((text, index) => [...(index > 0 ? [""] : []), ...wrap(text)]),
    ...sections.flatMap(({ title, rows }) => ["", title, ...sectionLines(rows)]),
    "",
  ].join("\n");
}

function sectionLines(rows: HelpSection["rows"]): readonly string[] {
  const width = Math.max(...rows.map(([term]) => term.length));
  return rows.flatMap(([term, text]) =>
    wrap(text, `  ${term.padEnd(width)}  `, " ".repeat(width + 4), SCREEN_WIDTH),
  );
}

/** A rule's page, cut into what the test needs: its title and its examples with the marks in them. */
export interface RulePage {
  readonly title: string;
  readonly headings: readonly string[];
  readonly examples: readonly Example[];
}

export interface Example {
  readonly heading: string;
  readonly language: string;
  readonly text: string;
  /** As `line:column-column rule`, sorted. */
  readonly marks: readonly string[];
}

const MARK = /^#?\s*#?\s*(\^+)\s+(\S+\/\S+)\s*$/;

export function readRulePage(markdown: string): RulePage {
  const lines = markdown.split("\n");
  const headings: string[] = [];
  const examples: Example[] = [];
  let title = "";
  let heading = "";

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line.startsWith("# ")) title = line.slice(2).trim();
    if (line.startsWith("## ")) {
      heading = line.slice(3).trim();
      headings.push(heading);
    }
    const fence = /^```(\w+)$/.exec(line);
    if (!fence) continue;

    const end = lines.indexOf("```", index);
    examples.push(readExample(heading, fence[1] ?? "", lines.slice(index + 1, end)));
    index = end;
  }
  return { title, headings, examples };
}

/** A mark is a comment line of carets under the value: `#      ^^^^ noun/problem`. */
function readExample(heading: string, language: string, lines: readonly string[]): Example {
  const marks: string[] = [];
  let marked = 0;
  for (const [index, line] of lines.entries()) {
    const mark = MARK.exec(line);
    if (!mark) {
      marked = index + 1;
      continue;
    }
    const column = line.indexOf("^") + 1;
    marks.push(`${marked}:${column}-${column + (mark[1]?.length ?? 0)} ${mark[2]}`);
  }
  return { heading, language, text: lines.join("\n"), marks: marks.sort() };
}

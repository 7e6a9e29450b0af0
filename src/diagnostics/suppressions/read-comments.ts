import { type Comment, commentsOf } from "../../source/comments.ts";
import type { Document, Span } from "../../source/document.ts";
import { positionsOf } from "../../source/positions.ts";
import { isJsonFile } from "../../source/read-document.ts";
import type { LocatedDiagnostic } from "../located.ts";
import type { Ignore } from "./ignore.ts";

const MARK = "ignore-next-line";

export interface CommentsRead {
  readonly ignores: readonly Ignore[];
  readonly mistakes: readonly LocatedDiagnostic[];
}

/** `# ignore-next-line rule -- reason`: quiet about what points to the next line that is no comment. */
export function readComments(path: string, { file, text, value }: Document): CommentsRead {
  const ignores: Ignore[] = [];
  const mistakes: LocatedDiagnostic[] = [];
  if (value === undefined || !text.toLowerCase().includes(MARK)) return { ignores, mistakes };

  const comments = commentsOf(file, text);
  const starts = new Map(comments.map(({ range }) => [range.start, range.end]));
  const positionOf = positionsOf(text);
  for (const comment of comments) {
    const said = parseComment(comment);
    if (!said) continue;

    const span = { start: positionOf(comment.range.start), end: positionOf(comment.range.end) };
    const mistake = mistakeIn(said, isJsonFile(file) ? "//" : "#");
    if (mistake) {
      mistakes.push(located(path, span, mistake));
      continue;
    }
    const { line } = positionOf(nextContent(text, comment.range.end, starts));
    for (const rule of new Set(said.rules)) {
      ignores.push({
        kind: "inSource",
        justification: said.reason,
        rule,
        file: path,
        span,
        isLookedAt: true,
        covers: (finding) => finding.file === path && finding.span?.start.line === line,
      });
    }
  }
  return { ignores, mistakes };
}

interface Said {
  readonly rules: readonly string[];
  readonly reason: string;
}

function parseComment({ text }: Comment): Said | undefined {
  const [, rest] =
    /^ignore-next-line(?![\w-])(.*)$/is.exec(text.replace(/\s+/g, " ").replace(/^[* ]+/, "")) ?? [];
  if (rest === undefined) return undefined;

  const [, names = rest, reason = ""] = /^(.*?)(?:^|\s)--(?:\s(.*))?$/.exec(rest) ?? [];
  return { rules: names.split(/[\s,]+/).filter((name) => name !== ""), reason: reason.trim() };
}

/** From the line after the comment, over what is blank or a comment. */
function nextContent(text: string, end: number, comments: ReadonlyMap<number, number>): number {
  const lineBreak = text.indexOf("\n", end);
  let at = lineBreak < 0 ? text.length : lineBreak;
  while (at < text.length) {
    const after = comments.get(at);
    if (after !== undefined) at = after;
    else if (/\s/.test(text.charAt(at))) at++;
    else return at;
  }
  return at;
}

type Mistake = Pick<LocatedDiagnostic, "rule" | "message" | "hint">;

function mistakeIn({ rules, reason }: Said, mark: string): Mistake | undefined {
  const [first = "subnet/too-small-gateway-subnet"] = rules;
  const hint = `Write ${mark} ${MARK} ${first} -- and why.`;
  if (rules.length === 0)
    return { rule: "suppression/missing-rule", message: "This comment names no rule to ignore.", hint };
  if (reason !== "") return undefined;
  return {
    rule: "suppression/missing-reason",
    message: `${rules.join(" and ")} is ignored here without a reason, and so it is not.`,
    hint,
  };
}

function located(file: string, span: Span, mistake: Mistake): LocatedDiagnostic {
  return { severity: "error", ...mistake, file, span, origin: { file, path: [] } };
}

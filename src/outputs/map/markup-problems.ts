const TOKEN = /<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|<!doctype html>|([^<]+)|(<)/gy;
const VOID = new Set(["meta", "br", "link", "img"]);

/** What is not well-formed in a document as this program writes them: tags that nest, attributes in double quotes. */
export function markupProblems(text: string): readonly string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const [token, closing, name, , empty, content, stray] of text.matchAll(TOKEN)) {
    if (stray !== undefined) problems.push(`a stray < among ${open.join(" ")}`);
    else if (content !== undefined && open.at(-1) !== "style" && /&(?!(amp|lt|gt|quot|#39);)/.test(content))
      problems.push(`a stray & in ${content}`);
    else if (name === undefined) continue;
    else if (closing === "/" && open.pop() !== name) problems.push(`${token} closes nothing`);
    else if (closing !== "/" && empty !== "/" && !VOID.has(name)) open.push(name);
  }
  const illegal = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  return [
    ...problems,
    ...open.map((name) => `${name} is never closed`),
    ...(illegal ? [`an illegal character ${illegal[0].codePointAt(0)}`] : []),
  ];
}

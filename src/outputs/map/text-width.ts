/**
 * Widths in ems, each at least that of the widest system fonts in bold (Verdana, DejaVu Sans): the viewer's font is
 * unknown, and text must fit in all of them.
 */
const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|I ]/, 0.42],
  [/[frt!()[\]/\\-]/, 0.53],
  [/[mwMW@%]/, 1.14],
  [/[a-z0-9]/, 0.74],
  [/[\u0020-\u007e·×–]/, 0.9],
  [/[\u00a0-\u017f…]/, 1.2],
];

const WIDEST = 1.6;

const known = new Map<string, number>();

export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += widthOf(character);
  return ems * fontSize;
}

function widthOf(character: string): number {
  const width = known.get(character) ?? CLASSES.find(([shape]) => shape.test(character))?.[1] ?? WIDEST;
  if (character.charCodeAt(0) < 0x250) known.set(character, width);
  return width;
}

/** Cut in the middle so that it fits: names of one network begin alike, and differ at their ends. */
export function fitName(name: string, fontSize: number, width: number): string {
  if (textWidth(name, fontSize) <= width) return name;

  const characters = Array.from(name);
  const room = width / fontSize - widthOf("…");
  const ems = (of: readonly string[]) => of.reduce((sum, character) => sum + widthOf(character), 0);
  let [head, tail] = [0, 0];
  while (head + tail < characters.length) {
    const [before, after] = head > tail ? [head, tail + 1] : [head + 1, tail];
    const kept = [...characters.slice(0, before), ...characters.slice(characters.length - after)];
    if (ems(kept) > room) break;
    [head, tail] = [before, after];
  }
  return `${characters.slice(0, head).join("")}…${characters.slice(characters.length - tail).join("")}`;
}

/** Cut at the end so that it fits, with an ellipsis. */
export function fitText(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;

  const room = width / fontSize - widthOf("…");
  let ems = 0;
  let kept = "";
  for (const character of text) {
    ems += widthOf(character);
    if (ems > room) break;
    kept += character;
  }
  return `${kept.replace(/[\s…]+$/, "")}…`;
}

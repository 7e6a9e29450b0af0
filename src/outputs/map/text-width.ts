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

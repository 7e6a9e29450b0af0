/** What a terminal has at the least; files and pipes get the same, so that the bytes do not depend on a window. */
export const SCREEN_WIDTH = 80;

/**
 * Breaks a text between words. The first line begins with `first` and all others with `rest`; a word that is longer
 * than a line (a link) stays whole.
 */
export function wrap(text: string, first = "", rest = first, width = SCREEN_WIDTH): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(" ")) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

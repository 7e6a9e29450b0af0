/**
 * Names and numbers that follow from an id alone, as far as there is room: so that what is added to a topology leaves
 * the rest of a running lab as it is. Where two ids want one, the later asks for the next.
 */
export interface StableNames {
  /** At most 13 characters, so that a letter or two can stand before it in the name of a device. */
  nameOf(id: string, title: string): string;
  /** From 0 to `below` - 1. */
  numberOf(id: string, below: number): number;
}

export function createStableNames(): StableNames {
  const taken = new Map<string, string>();

  function claim(id: string, wanted: (attempt: number) => string): string {
    for (let attempt = 0; ; attempt++) {
      const name = wanted(attempt);
      const owner = taken.get(name) ?? id;
      if (owner !== id) continue;

      taken.set(name, id);
      return name;
    }
  }

  return {
    nameOf(id, title) {
      const readable = title
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "")
        .slice(0, 8);
      return claim(id, (attempt) => `${readable}-${textOf(id, attempt)}`);
    },
    numberOf(id, below) {
      const number = claim(`${id} of ${below}`, (attempt) => `${(hash(id) + attempt) % below} of ${below}`);
      return Number.parseInt(number, 10);
    },
  };
}

function textOf(id: string, attempt: number): string {
  return ((hash(id) + attempt) % 36 ** 4).toString(36).padStart(4, "0");
}

/** FNV-1a: https://www.rfc-editor.org/rfc/rfc9923 */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

import { readIfThere } from "../read-if-there.ts";
import { UserError } from "../user-error.ts";
import type { Fixed } from "./fix-inputs.ts";
import { replaceTexts } from "./replace-texts.ts";

const MARK = "\uFEFF";

/** All files or none, and none that somebody has changed meanwhile. A mark of the byte order stays. */
export function writeFixes({ texts }: Pick<Fixed, "texts">): void {
  const whole = [...texts].map(([path, { before, after }]) => {
    const there = readIfThere(path)?.toString() ?? "";
    const mark = there.startsWith(MARK) ? MARK : "";
    if (there.slice(mark.length) !== before)
      throw new UserError(`${path} was changed while it was checked; nothing was written.`, "Run it again.");
    return [path, mark + after] as const;
  });
  replaceTexts(new Map(whole));
}

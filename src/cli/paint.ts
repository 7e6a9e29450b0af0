import pc from "picocolors";
import { NO_PAINT, type Paint } from "../diagnostics/format-text.ts";

interface Terminal {
  readonly isTTY?: boolean;
}

/** Colours for a terminal; none for a pipe, with NO_COLOR, or on a terminal that says it has none. */
function hasColors(stream: Terminal): boolean {
  return stream.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
}

export function paintFor(stream: Terminal): Paint {
  if (!hasColors(stream)) return NO_PAINT;

  const colors = pc.createColors(true);
  return {
    error: (text) => colors.bold(colors.red(text)),
    warning: (text) => colors.bold(colors.yellow(text)),
    info: (text) => colors.bold(colors.blue(text)),
    place: colors.cyan,
    rule: colors.dim,
    hint: colors.green,
  };
}

export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

export function styleFor(stream: Terminal): Style {
  const { bold, dim } = pc.createColors(hasColors(stream));
  return { bold, dim };
}

/** For traces: what arrives, and what does not. */
export function tracePaintFor(stream: Terminal) {
  const { bold, dim, cyan, green, red } = pc.createColors(hasColors(stream));
  return {
    bold,
    dim,
    place: cyan,
    good: green,
    bad: (text: string) => bold(red(text)),
  };
}

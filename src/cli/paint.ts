import pc from "picocolors";
import { NO_PAINT, type Paint } from "../diagnostics/index.ts";

/** Colours for a terminal; none for a pipe, with NO_COLOR, or on a terminal that says it has none. */
export function paintFor(stream: { readonly isTTY?: boolean }): Paint {
  if (stream.isTTY !== true || process.env["NO_COLOR"] !== undefined || process.env["TERM"] === "dumb") return NO_PAINT;

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

export function styleFor(stream: { readonly isTTY?: boolean }): Style {
  const colors = pc.createColors(paintFor(stream) !== NO_PAINT);
  return { bold: colors.bold, dim: colors.dim };
}

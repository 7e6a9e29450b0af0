import type { DevicePlan, Placeholder } from "./device-plan.ts";

export interface FileHead {
  /** What begins a line that is none for the device. */
  readonly mark: string;
  /** For what the file is, in the words of whoever reads it. */
  readonly purpose: string;
  readonly wasRun: string;
  /** What there is to know about the tunnels is said where they are. */
  readonly isAboutTunnels?: boolean;
}

/** The file, with what it is and what is yet to be filled in above it. */
export function deviceFile(plan: DevicePlan, head: FileHead, body: readonly string[]): string {
  const text = body.join("\n");
  const connections = [...new Set(plan.tunnels.map(({ connection }) => connection))];
  return withHead(head, text, plan.placeholders, [
    `${plan.name} at ${plan.site}: ${head.purpose}.`,
    `Made by Isthmus from ${connections.length === 1 ? "the connection" : "the connections"} ${connections.join(", ")}.`,
    head.wasRun,
    ...(head.isAboutTunnels ? plan.notes : []),
  ]);
}

/** Only what the text has a place for is asked for. */
export function withHead(
  { mark }: Pick<FileHead, "mark">,
  text: string,
  placeholders: readonly Placeholder[],
  lines: readonly string[],
): string {
  const asked = placeholders.filter((placeholder) => text.includes(placeholder.text));
  const fillIn =
    asked.length === 0
      ? []
      : ["", "To fill in:", ...asked.flatMap((one) => [`  ${one.text}`, `      ${one.how}`])];
  const shown = [...lines, ...fillIn].map((line) => (line === "" ? mark : `${mark} ${line}`));
  return `${shown.join("\n")}\n\n${text}\n`;
}

import type { Command } from "@stricli/core";
import type { Context } from "./command-context.ts";
import { type HelpSection, helpPage } from "./help-page.ts";

export interface Help {
  /** Arguments as they are written, where the parameters would say it less well. */
  readonly usage?: string;
  /** What the command does, where its one line is not enough. */
  readonly about?: string;
  readonly examples: readonly (readonly [command: string, remark: string])[];
}

/** A command whose help is a page of ours: 80 columns, values with their flags, and examples. */
export function withHelp(command: Command<Context>, help: Help): Command<Context> {
  return { ...command, formatHelp: ({ prefix }) => commandPage(prefix.join(" "), command, help) };
}

function commandPage(name: string, command: Command<Context>, { usage, about, examples }: Help): string {
  const args = argumentRows(command);
  const flags: HelpSection = { title: "Flags", rows: [...flagRows(command), ["-h, --help", "Show this"]] };
  return helpPage(
    [`${name} ${usage ?? args.map(({ shown }) => shown).join(" ")}`.trimEnd(), about ?? command.brief],
    [
      ...(args.length > 0
        ? [{ title: "Arguments", rows: args.map(({ name, brief }) => [name, brief] as const) }]
        : []),
      flags,
      { title: "Examples", rows: examples },
    ],
  );
}

interface ArgumentRow {
  readonly name: string;
  readonly shown: string;
  readonly brief: string;
}

function argumentRows({ parameters: { positional } }: Command<Context>): readonly ArgumentRow[] {
  if (!positional) return [];
  if (positional.kind === "array") {
    const { placeholder = "", brief } = positional.parameter;
    return [{ name: placeholder, shown: `[${placeholder}...]`, brief }];
  }
  return positional.parameters.map(({ placeholder = "", brief, optional }) => ({
    name: placeholder,
    shown: optional === true ? `[${placeholder}]` : placeholder,
    brief,
  }));
}

function flagRows({ parameters: { flags = {} } }: Command<Context>): readonly (readonly [string, string])[] {
  return Object.entries(flags).map(([key, flag]) => {
    const name = `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (flag.kind === "enum") return [`${name} ${flag.placeholder ?? flag.values.join("|")}`, flag.brief];
    return [flag.kind === "parsed" ? `${name} ${flag.placeholder ?? ""}` : name, flag.brief];
  });
}

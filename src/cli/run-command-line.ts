import { ExitCode, run } from "@stricli/core";
import { application } from "./app.ts";
import type { Context } from "./command-context.ts";
import { complete } from "./complete.ts";
import { exitCode } from "./exit-code.ts";
import { formatException } from "./format-exception.ts";
import { isSystemError, UserError } from "./user-error.ts";

/** Runs what the arguments say, and sets the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const terminal: Context["process"] = { stdout: process.stdout, stderr: process.stderr, env: process.env };
  process.stdout.on("error", (error) => process.exit(afterBrokenOutput(error, codeOf(terminal.exitCode))));
  // Nobody is there to be told.
  process.stderr.on("error", () => {});

  const [first, ...rest] = args;
  if (first === "__complete") return complete(application, rest, { process: terminal });

  // What follows is another program's: isthmus lab exec HOST -- COMMAND.
  const own = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  const unset = own.find((argument) => /^--[a-z-]+=$/.test(argument));
  if (unset === undefined) {
    await run(application, inputsOf(args), { process: terminal });
  } else {
    process.stderr.write(
      `${formatException(new UserError(`${unset} has no value.`, "Write one, or leave the flag out."))}\n`,
    );
    terminal.exitCode = exitCode.usage;
  }
  process.exitCode = codeOf(terminal.exitCode);
}

/** Alone it shows its help; `help design` is `design --help`. */
function inputsOf(args: readonly string[]): readonly string[] {
  const [first, ...rest] = args;
  if (first === undefined) return ["--help"];
  return first === "help" ? [...rest, "--help"] : args;
}

/** The command line's own codes are negative. */
function codeOf(code: Context["process"]["exitCode"]): number {
  if (code === ExitCode.InvalidArgument || code === ExitCode.UnknownCommand) return exitCode.usage;
  if (code === undefined || code === null) return exitCode.fine;
  return typeof code === "number" && code >= 0 ? code : exitCode.bug;
}

/** A reader that has seen enough (`| head`) is no mistake; a full disk behind `>` is one. */
function afterBrokenOutput(error: Error, code: number): number {
  if (isSystemError(error) && error.code === "EPIPE") return code;

  const mistake = new UserError(
    `The output could not be written: ${error.message}.`,
    "Make room, or write it elsewhere.",
  );
  process.stderr.write(`${formatException(mistake)}\n`);
  return exitCode.usage;
}

import {
  type ApplicationText,
  ArgumentParseError,
  EnumValidationError,
  FlagNotFoundError,
  text_en,
  UnexpectedPositionalError,
  UnsatisfiedFlagError,
  UnsatisfiedPositionalError,
} from "@stricli/core";
import { formatException } from "./format-exception.ts";
import { UserError } from "./user-error.ts";

const SEE_HELP = "Add --help to see what it takes.";

/** What is said of wrong usage: what is wrong, and a hint, as for everything else. */
export const usageText: ApplicationText = {
  ...text_en,
  noCommandRegisteredForInput: ({ input, corrections: [guess] }) =>
    formatException(
      new UserError(
        `There is no ${input.startsWith("-") ? "flag" : "command"} ${input}.`,
        guess === undefined || input.length < 4
          ? "Run isthmus --help for the list of them."
          : `Did you mean isthmus ${guess.replaceAll("`", "")}?`,
      ),
    ),
  exceptionWhileParsingArguments: (error) => formatException(usageError(error)),
  exceptionWhileRunningCommand: formatException,
  exceptionWhileLoadingCommandFunction: formatException,
  exceptionWhileLoadingCommandContext: formatException,
};

function usageError(error: unknown): unknown {
  if (error instanceof FlagNotFoundError) {
    const [guess] = error.corrections;
    return new UserError(
      `There is no flag --${error.input}.`,
      guess === undefined ? SEE_HELP : `Did you mean --${guess}?`,
    );
  }
  if (error instanceof EnumValidationError) {
    return new UserError(
      `--${error.externalFlagName} cannot be ${error.input}.`,
      `Choose one of: ${error.values.join(", ")}.`,
    );
  }
  if (error instanceof UnexpectedPositionalError) {
    return new UserError(`${error.input} is one argument too many.`, SEE_HELP);
  }
  if (error instanceof UnsatisfiedPositionalError)
    return new UserError(`${error.placeholder} is missing.`, SEE_HELP);
  if (error instanceof UnsatisfiedFlagError)
    return new UserError(`--${error.externalFlagName} needs a value.`, SEE_HELP);
  if (error instanceof ArgumentParseError && error.exception instanceof UserError) {
    const { message, hint } = error.exception;
    const what = /^[a-z]/.test(error.externalFlagNameOrPlaceholder)
      ? `--${error.externalFlagNameOrPlaceholder}: `
      : "";
    return new UserError(`${what}${message}`, hint);
  }
  return error instanceof Error ? new UserError(error.message, SEE_HELP) : error;
}

import { speaksOfSecrets } from "../../../diagnostics/secret-words.ts";
import { excerpt } from "../../../source/excerpt.ts";
import type { Origin } from "../../../source/origin.ts";
import { isSecretName } from "../../secrets/secret-properties.ts";

interface Told {
  readonly message: string;
  /** The expression, as far as it is shown. */
  readonly text: string;
}

/**
 * What is said of an expression that has no value. Where it stands for a secret nothing of it is shown, for it may be a key
 * in brackets; where it names one, no text that stands in it.
 */
export function withoutSecretText(message: string, text: string, { path }: Origin, isSecret: boolean): Told {
  const key = path.findLast((one) => typeof one === "string" && one !== "value" && one !== "defaultValue");
  if (isSecret || isSecretName(String(key)))
    return { message: `The expression for ${key} has no value.`, text: "it, and mind its brackets" };
  return speaksOfSecrets(text)
    ? { message: withoutTexts(message), text: excerpt(withoutTexts(text)) }
    : { message, text: excerpt(text) };
}

/** Texts in quotes, but for the names of parameters and variables; one that is not closed goes on to the end. */
function withoutTexts(text: string): string {
  return text.replace(/((?:parameters|variables)\(\s*)?'(?:[^']|'')*(?:'|$)/gi, (whole, asked) =>
    asked === undefined ? "'…'" : whole,
  );
}

import { RetailError } from "../prices/retail/web.ts";
import { UserError } from "./user-error.ts";

const HINTS: Readonly<Record<RetailError["reason"], string>> = {
  unreachable:
    "Go online, or do without: the shipped rates need no network. Behind a proxy name a mirror with --from.",
  refused: "Check --region and --currency, or try again later.",
  unreadable: "Look at what answers there: a proxy or a sign-in page may have stepped in.",
};

/** Why the price list could not be read, as something that a person can put right. */
export function retailMistake(error: unknown, endpoint: string): unknown {
  if (!(error instanceof RetailError)) return error;
  return new UserError(
    `${endpoint} cannot be read: ${error.message}; no prices were written.`,
    HINTS[error.reason],
  );
}

import { RetailError, type Web, type WebAnswer } from "./web.ts";

/** Pauses before the second, third … attempt. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000];

/** No server's wish is waited for longer than this. */
const LONGEST_PAUSE_MS = 60_000;

/** Asks again where the answer may be another one next time: nobody answers, too many questions, a server's trouble. */
export async function getPatiently(web: Web, url: string): Promise<WebAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await web.get(url).catch((error: unknown) => describe(error));
    const pause = PAUSES_MS[attempt];
    if (typeof answer !== "string" && !isPassing(answer.status)) return answer;
    if (pause === undefined) throw gaveUp(answer, attempt + 1);

    const wished = typeof answer === "string" ? undefined : wishedPause(answer.retryAfter, web.now());
    await web.sleep(Math.min(Math.max(pause, wished ?? 0), LONGEST_PAUSE_MS));
  }
}

function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** `Retry-After` holds seconds or a date. */
function wishedPause(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const milliseconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

function gaveUp(answer: WebAnswer | string, attempts: number): RetailError {
  return typeof answer === "string"
    ? new RetailError("unreachable", `nobody answers (${answer}), after ${attempts} attempts`)
    : new RetailError("refused", `it answers ${answer.status}, after ${attempts} attempts`);
}

/** The innermost cause says what happened: `getaddrinfo ENOTFOUND prices.azure.com`. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return describe(error.cause);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return error.message === "" ? code || error.name : error.message;
}

import type { Web } from "../prices/retail/web.ts";

/** A server that says nothing for so long is taken for one that does not answer. */
const LONGEST_WAIT_MS = 30_000;

/** The outside as it is. */
export const web: Web = {
  async get(url) {
    const response = await fetch(url, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
    return {
      status: response.status,
      retryAfter: response.headers.get("retry-after"),
      text: await response.text(),
    };
  },
  now: () => Date.now(),
  sleep: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

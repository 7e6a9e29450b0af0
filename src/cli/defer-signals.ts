const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

let isDeferring = false;

/**
 * From now on a signal waits until the step that runs is done: files are replaced in one step without a pause, so no
 * Ctrl-C leaves half of them. To be called late; before it, a long run stops at once.
 */
export function deferSignals(): void {
  if (isDeferring) return;
  isDeferring = true;
  for (const signal of SIGNALS) process.once(signal, () => process.exit(CODES[signal]));
}

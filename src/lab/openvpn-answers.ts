import type { ConnectionState } from "./charon-answers.ts";

const UP = /Initialization Sequence Completed|SENT CONTROL .*PUSH_REPLY/;
const DOWN =
  /\[soft,|SIGUSR1|process restarting|client-instance (exiting|restarting)|Connection reset|TLS Error/;

/**
 * What one end of a user's tunnel has said, the last word counting: that of the user about itself, that of the gateway
 * about its user. `undefined`: it does not run.
 */
export function readOpenVpnState(log: string | undefined): ConnectionState {
  if (log === undefined) return "Unknown";
  const last = log.split("\n").findLast((line) => UP.test(line) || DOWN.test(line));
  if (last === undefined) return "Connecting";
  // A server is ready before anybody has come.
  if (/Initialization Sequence Completed/.test(last) && /\bMULTI: multi_init/.test(log))
    return "NotConnected";
  return UP.test(last) ? "Connected" : "NotConnected";
}

const FAILS =
  /(VERIFY ERROR.*|TLS Error.*|TLS_ERROR.*|AUTH_FAILED.*|OpenSSL: error.*|TCP: connect to .* failed.*)$/;

/** The last that it has to say of what fails. */
export function readOpenVpnFailure(log: string): string | undefined {
  return log
    .split("\n")
    .findLast((line) => FAILS.test(line))
    ?.match(FAILS)?.[1];
}

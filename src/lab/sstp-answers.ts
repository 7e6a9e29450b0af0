import type { ConnectionState, TunnelState } from "./charon-answers.ts";

/** What an end of SSTP keeps in its `state.json`. */
export function readSstpState(text: string): TunnelState {
  const state = parsed(text);
  const because = textIn(state.because);
  return {
    connectionStatus: STATES.find((known) => known === state.connectionStatus) ?? "Unknown",
    ingressBytesTransferred: Number(state.ingressBytesTransferred ?? 0),
    egressBytesTransferred: Number(state.egressBytesTransferred ?? 0),
    ...(because === undefined ? {} : { because }),
  };
}

const STATES: readonly ConnectionState[] = ["Connected", "Connecting", "NotConnected"];

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

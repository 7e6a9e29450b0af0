/** ARM's words for the state of a tunnel. */
export type ConnectionState = "Unknown" | "Connecting" | "Connected" | "NotConnected";

export interface TunnelState {
  readonly connectionStatus: ConnectionState;
  readonly ingressBytesTransferred: number;
  readonly egressBytesTransferred: number;
  /** Why it is not connected, in the words of the program. */
  readonly because?: string;
}

/** What `swanctl --list-sas --raw` says, and the log; `undefined`: nobody answered. */
export function readTunnelState(text: string | undefined, log = ""): TunnelState {
  const connectionStatus = stateOf(text);
  const because = connectionStatus === "Connected" ? undefined : readFailure(log);
  return {
    connectionStatus,
    ...(because === undefined ? {} : { because }),
    ingressBytesTransferred: sumOf(text, "bytes-in"),
    egressBytesTransferred: sumOf(text, "bytes-out"),
  };
}

const FAILURE =
  /\[(?:IKE|TLS)\] (.*(?:MAC mismatched|notify error|EAP_FAILURE|EAP_TLS failed|untrusted|no trusted|no issuer|verification failed|giving up|peer not responding|no matching proposal).*)$/;

/** The last that a charon has to say of what fails. */
function readFailure(log: string): string | undefined {
  return log
    .split("\n")
    .findLast((line) => FAILURE.test(line))
    ?.match(FAILURE)?.[1];
}

function stateOf(text: string | undefined): ConnectionState {
  if (text === undefined || !text.includes("list-sas reply")) return "Unknown";
  if (/\bstate=INSTALLED\b/.test(text)) return "Connected";
  return /\bstate=(CONNECTING|ESTABLISHED)\b/.test(text) ? "Connecting" : "NotConnected";
}

function sumOf(text = "", counter: string): number {
  let sum = 0;
  for (const [, bytes] of text.matchAll(new RegExp(`\\b${counter}=(\\d+)`, "g"))) sum += Number(bytes);
  return sum;
}

/** Who encrypts, by the plugins that `swanctl --stats --raw` lists: its own code, or the kernel's. */
export function readEsp(text: string): "kernel" | "userspace" | undefined {
  const plugins = /\bplugins=\[([^\]]*)\]/.exec(text)?.[1]?.split(" ");
  if (!plugins) return undefined;
  return plugins.includes("kernel-libipsec") ? "userspace" : "kernel";
}

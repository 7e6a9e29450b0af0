/** ARM's words for the state of a tunnel. */
export type ConnectionState = "Unknown" | "Connecting" | "Connected" | "NotConnected";

export interface TunnelState {
  readonly connectionStatus: ConnectionState;
  readonly ingressBytesTransferred: number;
  readonly egressBytesTransferred: number;
  /** Why it is not connected, in the words of the program. */
  readonly because?: string;
  /** What both ends have agreed on, in strongSwan's words: `AES_CBC-256, HMAC_SHA2_384_192, ECP_384`; `AES_GCM_16-256`. */
  readonly ike?: string;
  readonly ipsec?: string;
}

/** What `swanctl --list-sas --raw` says, and the log; `undefined`: nobody answered. */
export function readTunnelState(text: string | undefined, log = ""): TunnelState {
  const state = stateOf(text);
  const because = state === "Connected" ? undefined : readFailure(log);
  // Each knows who the other is, and how to encrypt they have not agreed on: nothing will come of it.
  const isRefused = state === "Connecting" && NOT_AGREED.test(because ?? "");
  const connectionStatus = isRefused ? "NotConnected" : state;
  return {
    connectionStatus,
    ...(because === undefined ? {} : { because }),
    ...(connectionStatus === "Connected" && text !== undefined ? readAgreed(text) : {}),
    ingressBytesTransferred: sumOf(text, "bytes-in"),
    egressBytesTransferred: sumOf(text, "bytes-out"),
  };
}

/** The first that is listed, and its first child; the group with which a child's keys were made is said once they are renewed. */
function readAgreed(text: string): Pick<TunnelState, "ike" | "ipsec"> {
  const [own = "", ...children] = text.split("child-sas");
  return {
    ike: algorithmsIn(own, ["encr-alg", "encr-keysize", "integ-alg", "prf-alg", "dh-group"]),
    ipsec: algorithmsIn(children.join(""), ["encr-alg", "encr-keysize", "integ-alg", "dh-group"]),
  };
}

function algorithmsIn(text: string, names: readonly string[]): string {
  const found = names.flatMap((name) => new RegExp(`\\b${name}=(\\S+)`).exec(text)?.[1] ?? []);
  return found.join(", ").replace(/^(\w+), (\d+)/, "$1-$2");
}

const FAILURE =
  /\[(?:IKE|TLS)\] (.*(?:MAC mismatched|notify error|EAP_FAILURE|EAP_TLS failed|untrusted|no trusted|no issuer|verification failed|giving up|peer not responding|no matching proposal|no CHILD_SA built|no acceptable proposal found).*)$/;

const NOT_AGREED = /no CHILD_SA built|no acceptable proposal found/;

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

/** What the lab tells each end; lies in the folder of its daemon. */
export type SstpSettings = SstpServerSettings | SstpClientSettings;

interface SstpServerSettings {
  readonly role: "server";
  readonly device: string;
  /** Of the lab's, by its name there. */
  readonly certificate: string;
  /** Where it listens, and where it is in the pool. */
  readonly listens: string;
  readonly address: string;
  /** What it gives to its user. */
  readonly userAddress: string;
}

interface SstpClientSettings {
  readonly role: "client";
  readonly device: string;
  readonly certificate: string;
  readonly server: string;
  /** What is reached through the tunnel, as `ip route` says it. */
  readonly routes: readonly string[];
}

export const SETTINGS = "sstp.json";

/** By hand: a schema would take longer than all else that such a program starts with. */
export function parseSettings(text: string): SstpSettings {
  const value: unknown = JSON.parse(text);
  const word = (name: string): string => {
    const found = fieldOf(value, name);
    if (typeof found !== "string") throw new Error(`${SETTINGS} has no ${name}.`);
    return found;
  };
  const [device, certificate] = [word("device"), word("certificate")];
  const role = word("role");
  if (role === "client")
    return { role, device, certificate, server: word("server"), routes: wordsOf(value, "routes") };
  if (role !== "server") throw new Error(`No end of a tunnel is called ${role}.`);
  return {
    role,
    device,
    certificate,
    listens: word("listens"),
    address: word("address"),
    userAddress: word("userAddress"),
  };
}

function wordsOf(value: unknown, name: string): readonly string[] {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

export const PORT = 443;

/** The daemon that speaks for all ends of a lab. */
export const SSTP = "sstp";

/** Seen from the folder of an end: where that one hears of an end, and where the end brings it a connection of TCP. */
export const SOCKET = `../${SSTP}/socket`;
export const CALLS = "calls";

/** What the lab tells each end; lies beside the folder of certificates. */
export type SstpSettings = SstpServerSettings | SstpClientSettings;

interface SstpServerSettings {
  readonly role: "server";
  readonly device: string;
  /** Where it listens, and where it is in the pool. */
  readonly listens: string;
  readonly address: string;
  /** What it gives to its user. */
  readonly userAddress: string;
}

interface SstpClientSettings {
  readonly role: "client";
  readonly device: string;
  readonly server: string;
  /** What is reached through the tunnel, as `ip route` says it. */
  readonly routes: readonly string[];
}

/** By hand: a schema would take a third of the time that such a program takes to start, and a lab has many. */
export function parseSettings(text: string): SstpSettings {
  const value: unknown = JSON.parse(text);
  const word = (name: string): string => {
    const found = fieldOf(value, name);
    if (typeof found !== "string") throw new Error(`sstp.json has no ${name}.`);
    return found;
  };
  const device = word("device");
  const role = word("role");
  if (role === "client") return { role, device, server: word("server"), routes: wordsOf(value, "routes") };
  if (role !== "server") throw new Error(`No end of a tunnel is called ${role}.`);
  return {
    role,
    device,
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

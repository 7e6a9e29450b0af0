import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Credentials } from "../../src/lab/sstp/eap-tls.ts";
import { createPppLink, type PppLink } from "../../src/lab/sstp/ppp-link.ts";

const SIGN = `
  key="-newkey ed25519 -nodes"
  for ca in ca other; do openssl req -x509 $key -keyout $ca.key -out $ca.crt -days 30 -subj "/CN=$ca"; done
  sign() {
    printf 'extendedKeyUsage=%sAuth\\n' "$1" >extensions
    openssl req $key -keyout "$3.key" -out request -subj "/CN=$1"
    openssl x509 -req -in request -CA $2.crt -CAkey $2.key -CAcreateserial -days 30 -extfile extensions -out "$3.crt"
  }
  sign server ca server; sign client ca client; sign client other stranger
`;

function credentials(): (name: string) => Credentials {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync("sh", ["-c", SIGN], { cwd: folder, stdio: "ignore" });
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  return (name) => ({ certificate: read(`${name}.crt`), key: read(`${name}.key`), root: read("ca.crt") });
}

/** Both ends in one process, each frame handed over later, in order. */
async function dial(client: Credentials, server: Credentials) {
  const said: string[] = [];
  const keys: Buffer[] = [];
  const links: PppLink[] = [];
  const ended: (() => void)[] = [];
  const over = new Promise<void>((resolve) => ended.push(resolve));
  const finish = () => ended[0]?.();
  const open = new Set<string>();
  const end = (name: string, far: number) => ({
    send: (frame: Buffer) => {
      setImmediate(() => links[far]?.receive(frame));
    },
    proved: (key: Buffer) => keys.push(key),
    opened: (address: string) => {
      said.push(`${name} is ${address}`);
      open.add(name);
      if (open.size === 2) finish();
    },
    packet: (packet: Buffer) => said.push(`${name} got ${packet.toString()}`),
    failed: (because: string) => {
      said.push(`${name}: ${because}`);
      finish();
    },
  });
  links.push(
    createPppLink({ credentials: client, role: { is: "client" } }, end("client", 1)),
    createPppLink(
      { credentials: server, role: { is: "server", own: "192.168.0.1", gives: "192.168.0.2" } },
      end("server", 0),
    ),
  );
  for (const link of links) link.start();
  await over;
  return { said, keys, links };
}

it("two ends agree on PPP, prove who they are, and have one key and addresses", async () => {
  const by = credentials();
  const { said, keys, links } = await dial(by("client"), by("server"));
  links[0]?.sendPacket(Buffer.from("a packet"));
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(said.toSorted()).toEqual(["client is 192.168.0.2", "server got a packet", "server is 192.168.0.1"]);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toHaveLength(64);
  expect(keys[0]?.equals(keys[1] ?? Buffer.alloc(0))).toBe(true);
});

it("a client whose certificate is by another root is refused, and both say why", async () => {
  const by = credentials();
  const { said } = await dial(by("stranger"), by("server"));

  expect(said).toContain("server: the client's certificate is by a root that the gateway does not trust");
});

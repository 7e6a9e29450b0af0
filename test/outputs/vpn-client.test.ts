import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { indexEstate } from "../../src/model/estate-index.ts";
import { type ClientPlan, clientFiles, planClient } from "../../src/outputs/vpn-client/index.ts";
import { predict } from "../../src/predict.ts";
import { intentIn, lockIn, runExample } from "../examples/example.ts";

const { estate } = runExample(intentIn("remote-workforce"), lockIn("remote-workforce")).design;
const plan = planOfStaff();

function planOfStaff(): ClientPlan {
  const found = planClient("p2susers/staff", predict(estate).topology, indexEstate(estate));
  if (!found) throw new Error("remote-workforce has no staff.");
  return found;
}

it("says what clients must know, and leaves every secret to whoever has it", () => {
  expect(plan).toMatchObject({ users: "staff", gateway: "hub-vpn", authentication: "Certificate" });
  expect(plan.told.toSorted()).toEqual(["10.64.0.0/22", "10.64.4.0/23"]);

  const files = clientFiles(plan);
  expect([...files.keys()].toSorted()).toEqual([
    "ikev2-settings.txt",
    "interfaces.sh",
    "openvpn.ovpn",
    "strongswan.conf",
    "swanctl.conf",
  ]);
  for (const text of files.values()) {
    expect(text).toMatch(/^# (Profile|Settings) of staff for /);
    expect(text).toMatch(/run in the lab|The lab runs/i);
    expect(text).not.toMatch(/undefined|BEGIN/);
  }
});

it("RADIUS asks for a name and a password in place of a certificate", () => {
  const files = clientFiles({ ...plan, authentication: "Radius" });

  expect(files.get("openvpn.ovpn")).toContain("\nauth-user-pass\n");
  expect(files.get("openvpn.ovpn")).not.toContain("<cert>");
  expect(files.get("swanctl.conf")).toContain('secret = "<password>"');
});

it("leads into the tunnel what is behind the gateway, and not the tunnel itself", () => {
  const scriptOf = (told: readonly string[]) => clientFiles({ ...plan, told }).get("interfaces.sh") ?? "";

  expect(scriptOf(plan.told)).toContain("\nip route replace 10.64.4.0/23 dev azure0 metric 1024\n");
  expect(scriptOf(plan.told)).not.toContain("ip route get");
  const everything = scriptOf(["0.0.0.0/0", "fd00::/8"]);
  expect(everything.indexOf("ip route get")).toBeGreaterThan(0);
  expect(everything.indexOf("ip route get")).toBeLessThan(everything.indexOf("ip route replace 0.0.0.0/0"));
  expect(everything).toContain(plan.server);
  expect(everything).not.toContain("fd00");
});

it("there is nothing to write for Entra ID, and for SSTP", () => {
  expect(clientFiles({ ...plan, authentication: "AAD" }).size).toBe(0);
  expect(clientFiles({ ...plan, protocols: ["SSTP"] }).size).toBe(0);
});

const programs = ["openvpn", "openssl"].every((name) => spawnSync(name, ["--version"]).error === undefined);

// OpenVPN reads its options, certificates and keys before it connects, which must fail here: nobody listens.
it.skipIf(!programs)(
  "OpenVPN takes the profile with certificates and a key in their places",
  { timeout: 30_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), "isthmus-test-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const run = (program: string, ...args: readonly string[]) =>
      spawnSync(program, args, { cwd: folder, encoding: "utf8" });
    run(
      "openssl",
      ..."req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout key -out cert -subj /CN=staff".split(
        " ",
      ),
    );
    run("openvpn", "--genkey", "secret", "tls");
    const read = (name: string) => readFileSync(join(folder, name), "utf8").trimEnd();
    const [, ...body] = (clientFiles(plan).get("openvpn.ovpn") ?? "").split("\n\n");
    const filled = body
      .join("\n\n")
      .replaceAll(plan.server, "127.0.0.1")
      .replace("<server root certificate>", read("cert"))
      .replace("<TLS key of the gateway>", read("tls"))
      .replace("<client certificate>", read("cert"))
      .replace("<private key of the client certificate>", read("key"));
    writeFileSync(join(folder, "staff.ovpn"), filled.replace("127.0.0.1 443", "127.0.0.1 9"));

    const { stdout } = run("openvpn", "--config", "staff.ovpn", "--dev", "null", "--connect-retry-max", "1");

    expect(stdout).toContain("Attempting to establish TCP connection with [AF_INET]127.0.0.1:9");
    expect(stdout).not.toMatch(/Options error|Cannot load/);
  },
);

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Estate } from "../../src/model/estate.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import { type DevicePlan, deviceFormats, planDevice } from "../../src/outputs/device-config/index.ts";
import { predict } from "../../src/predict.ts";
import { readEstate } from "../../src/readers/estate/read-estate.ts";
import { readDocument } from "../../src/source/index.ts";
import { exampleNames, intentIn, lockIn, runExample } from "../examples/example.ts";

const everywhere = exampleNames.flatMap((name) =>
  plansOf(runExample(intentIn(name), lockIn(name)).design.estate).map((plan) => ({ example: name, plan })),
);

function plansOf(estate: Estate): readonly DevicePlan[] {
  const { topology } = predict(estate);
  const devices = [...topology.nodes.values()].filter(({ role }) => role === "vpnDevice");
  return devices.flatMap(({ id }) => planDevice(id, topology, indexEstate(estate)) ?? []);
}

function planIn(example: string, device: string): DevicePlan {
  const found = everywhere.find((one) => one.example === example && one.plan.name === device);
  if (!found) throw new Error(`${example} has no ${device} with a tunnel.`);
  return found.plan;
}

function textOf(plan: DevicePlan, name: string, file: string): string {
  return (
    deviceFormats
      .find((format) => format.name === name)
      ?.write(plan)
      .get(file) ?? ""
  );
}

/** As somebody fills it in: each placeholder its own address, or a key. */
function filledIn(plan: DevicePlan, text: string): string {
  const [, ...body] = text.split("\n\n");
  let filled = body.join("\n\n");
  for (const [index, { text: placeholder }] of plan.placeholders.entries())
    filled = filled.replaceAll(
      placeholder,
      placeholder.includes("key") ? "secret" : `203.0.113.${100 + index}`,
    );
  return filled;
}

function scratch(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "isthmus-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

it("the examples have devices with BGP and without", () => {
  expect(everywhere.length).toBeGreaterThan(6);
  expect(new Set(everywhere.map(({ plan }) => plan.asn === undefined)).size).toBe(2);
});

it.each(deviceFormats)(
  "$name begins with a comment that says what it is, and names every placeholder",
  (format) => {
    for (const { plan } of everywhere)
      for (const text of format.write(plan).values()) {
        const [head = "", ...body] = text.split("\n\n");
        const used = plan.placeholders.filter((one) => body.join("\n\n").includes(one.text));

        expect(head).toMatch(new RegExp(`^[#!] ${plan.name} at ${plan.site}: `));
        expect(head).toMatch(/run in the lab|The lab runs/i);
        expect(used.filter((one) => !head.includes(`${one.text}\n`))).toEqual([]);
        expect(text).not.toMatch(/undefined|NaN|\[object/);
      }
  },
);

it("a device with BGP: what it says, to whom, and with which key, by the estate alone", () => {
  const { tunnels, ...plan } = planIn("shared-hub-gateway", "head-office-2");

  expect(plan).toMatchObject({ site: "head-office", asn: 65010, routerId: "192.168.0.2", staticRoutes: [] });
  expect(tunnels).toHaveLength(2);
  expect(tunnels[1]).toMatchObject({
    name: "hub-to-head-office-2-1",
    interface: "azure1",
    localAddress: "203.0.113.10",
    farAddress: "<public address of hub-vpn, instance 1>",
    key: "<pre-shared key of connection hub-to-head-office-2>",
    begins: true,
    bgp: {
      localAddress: "192.168.0.2",
      farAddress: "<BGP address of hub-vpn, instance 1>",
      farAsn: 65515,
      holdSeconds: 180,
      advertises: ["192.168.0.0/18", "172.20.0.0/16"],
    },
  });
});

it("a device without BGP has static routes over all its tunnels", () => {
  const plan = planIn("contoso", "amsterdam-1");

  expect(plan.asn).toBeUndefined();
  expect(plan.staticRoutes).toEqual([{ prefix: "10.64.4.0/22", interfaces: ["azure0", "azure1"] }]);
  expect(textOf(plan, "strongswan", "interfaces.sh")).toContain(
    "ip route replace 10.64.4.0/22 metric 4096 nexthop dev azure0 nexthop dev azure1\n",
  );
  expect(textOf(plan, "cisco-ios-xe", "ios-xe.txt")).toContain(
    "ip route 10.64.4.0 255.255.252.0 Tunnel101\n",
  );
  expect(textOf(plan, "frr", "frr.conf")).not.toContain("router bgp");
});

it("behind a gateway that translates, a device speaks from its own address and tells its own ranges", () => {
  const [tunnel] = planIn("sites-with-one-range", "delft-1").tunnels;

  expect(tunnel?.bgp).toMatchObject({ localAddress: "192.168.1.1", advertises: ["192.168.1.0/24"] });
});

it("over a circuit, tunnels end at private addresses", () => {
  const [first, second] = ["clinic-1", "clinic-2"].map(
    (name) => planIn("ipsec-over-expressroute", name).tunnels[0],
  );

  expect(first).toMatchObject({
    localAddress: "172.16.0.4",
    farAddress: "<private address of records-vpn, instance 0>",
  });
  expect(second?.localAddress).toBe("<private address of clinic-2>");
});

const scope = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network";

/** Everything that a companion and a connection can say of a tunnel. */
function estateWith(
  connection: string,
  tunnel: string,
  device = "site-1",
  address = "198.51.100.10",
): Estate {
  return readEstate(
    readDocument(
      "site.estate.yaml",
      `formatVersion: 1
scope: /subscriptions/s/resourceGroups/rg
resources:
  - type: Microsoft.Network/virtualNetworks
    name: hub
    location: westeurope
    properties:
      addressSpace: { addressPrefixes: [10.0.0.0/16] }
      subnets: [{ name: GatewaySubnet, properties: { addressPrefix: 10.0.0.0/27 } }]
  - type: Microsoft.Network/publicIPAddresses
    name: hub-ip
    location: westeurope
    properties: { ipAddress: 20.1.2.3 }
  - type: Microsoft.Network/virtualNetworkGateways
    name: hub-vpn
    location: westeurope
    properties:
      gatewayType: Vpn
      vpnType: RouteBased
      enableBgp: true
      sku: { name: VpnGw1AZ }
      bgpSettings: { asn: 65515, bgpPeeringAddress: 10.0.0.30 }
      ipConfigurations:
        - name: one
          properties:
            subnet: { id: ${scope}/virtualNetworks/hub/subnets/GatewaySubnet }
            publicIPAddress: { id: ${scope}/publicIPAddresses/hub-ip }
  - type: Microsoft.Network/localNetworkGateways
    name: site
    location: westeurope
    properties:
      gatewayIpAddress: ${JSON.stringify(address)}
      localNetworkAddressSpace: { addressPrefixes: [192.168.0.0/24] }
      bgpSettings: { asn: 65010, bgpPeeringAddress: 192.168.0.1 }
  - type: Microsoft.Network/connections
    name: hub-to-site
    location: westeurope
    properties:
      connectionType: IPsec
      enableBgp: true
      virtualNetworkGateway1: { id: ${scope}/virtualNetworkGateways/hub-vpn }
      localNetworkGateway2: { id: ${scope}/localNetworkGateways/site }
      ${connection}
sites:
  - name: site
    addressPrefixes: [192.168.0.0/24]
    vpnDevices:
      - name: ${JSON.stringify(device)}
        publicIpAddress: 198.51.100.10
        asn: 65010
        bgpPeeringAddress: 192.168.0.1
        tunnels: [{ gatewayConnection: ${scope}/connections/hub-to-site${tunnel} }]
`,
    ),
  ).estate;
}

function onlyPlan(estate: Estate): DevicePlan {
  const [plan] = plansOf(estate);
  if (!plan) throw new Error("No tunnel ends at a device.");
  return plan;
}

it("known addresses are written, and the connection's own policy alone is offered", () => {
  const policy =
    "ipsecPolicies: [{ saLifeTimeSeconds: 3600, saDataSizeKilobytes: 2048, ipsecEncryption: GCMAES256, ipsecIntegrity: GCMAES256, ikeEncryption: AES256, ikeIntegrity: SHA384, dhGroup: ECP384, pfsGroup: PFS2048 }]";
  const plan = onlyPlan(estateWith(policy, ""));
  const text = textOf(plan, "strongswan", "swanctl-hub-to-site.conf");

  expect(plan.placeholders.map((one) => one.text)).toEqual(["<pre-shared key of connection hub-to-site>"]);
  expect(text).toContain("remote_addrs = 20.1.2.3\n");
  expect(text).toContain(" proposals = aes256-sha384-ecp384\n");
  expect(text).toContain("esp_proposals = aes256gcm16-modp2048\n");
  expect(text).toContain("life_time = 3600s\n");
  expect(textOf(plan, "cisco-ios-xe", "ios-xe.txt")).toContain(" set pfs group14\n");
});

it.each([
  [
    "bird",
    "bird.conf",
    ["bgp_path.prepend(65010);", "bgp_local_pref = 200;", "neighbor 10.0.0.30 as 65515;"],
  ],
  [
    "frr",
    "frr.conf",
    [" set as-path prepend 65010 65010\n", " set local-preference 200\n", "permit ^65515$\n"],
  ],
  ["cisco-ios-xe", "ios-xe.txt", ["ip as-path access-list 1 permit ^65515$\n", " match as-path 1\n"]],
  ["vyos", "vyos.txt", ["set as-path prepend '65010 65010'", "set local-preference 200", "regex '^65515$'"]],
  ["ikev2", "settings.txt", ["AS 65010 2 more times", "200", "192.168.0.128/25\n"]],
])("%s has what the companion says of the tunnel", (name, file, parts) => {
  const terms = ', prepend: 2, localPreference: 200, onlyAsPath: "^65515$", advertises: [192.168.0.128/25]';
  const text = textOf(onlyPlan(estateWith("", terms)), name, file);

  for (const part of [...parts, "192.168.0.128"]) expect(text).toContain(part);
  expect(text.match(/bgp_path\.prepend/g)?.length ?? 2).toBe(2);
});

it("a device that Azure calls only waits", () => {
  const plan = onlyPlan(estateWith("connectionMode: InitiatorOnly", ""));

  expect(textOf(plan, "strongswan", "swanctl-hub-to-site.conf")).toContain("start_action = none\n");
  expect(textOf(plan, "cisco-ios-xe", "ios-xe.txt")).toContain(" responder-only\n");
  expect(textOf(plan, "vyos", "vyos.txt")).toContain("connection-type respond\n");
});

it("no text in a file becomes a command", () => {
  const command = 'x"$(reboot)`\nreboot';
  const plan = onlyPlan(estateWith("", `, onlyAsPath: ${JSON.stringify(command)}`, command, command));

  const texts = deviceFormats.flatMap((format) => [...format.write(plan).values()]);
  expect(plan.tunnels[0]?.localAddress).toBe("<public address of x--(reboot)--reboot>");
  for (const text of texts) expect(text).not.toMatch(/\$\(|`|^reboot/m);
});

const bird = spawnSync("bird", ["--version"]).status === 0;

it.skipIf(!bird)("BIRD takes bird.conf of every device in the examples", () => {
  const conf = Object.fromEntries(
    everywhere.map(({ plan }, index) => [`${index}.conf`, filledIn(plan, textOf(plan, "bird", "bird.conf"))]),
  );
  const folder = scratch({
    ...conf,
    "own.conf": filledIn(
      onlyPlan(estateWith("", ", prepend: 2, localPreference: 200")),
      textOf(onlyPlan(estateWith("", ", prepend: 2, localPreference: 200")), "bird", "bird.conf"),
    ),
  });

  for (const name of [...Object.keys(conf), "own.conf"]) {
    const { status, stderr } = spawnSync("bird", ["-p", "-c", join(folder, name)], { encoding: "utf8" });
    expect({ name, status, stderr: stderr.replace(/^.*(router ID|router id).*\n/gim, "") }).toEqual({
      name,
      status: 0,
      stderr: "",
    });
  }
});

it("a shell takes interfaces.sh of every device in the examples", () => {
  for (const { plan } of everywhere) {
    const input = filledIn(plan, textOf(plan, "strongswan", "interfaces.sh"));
    expect(spawnSync("sh", ["-n"], { input, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  }
});

const CHARON = "/usr/lib/ipsec/charon";
const strongswan =
  spawnSync("swanctl", ["--version"]).error === undefined &&
  spawnSync("unshare", ["-rnm", "test", "-x", CHARON]).status === 0;

// A second or two: charon starts in a namespace of its own, and only it knows whether a proposal is one.
it.skipIf(!strongswan)(
  "strongSwan loads every connection and key of the examples",
  { timeout: 60_000 },
  () => {
    const plans = [...everywhere.map(({ plan }) => plan), onlyPlan(estateWith("", ""))];
    const folder = scratch({
      "strongswan.conf": `charon {
  load = random nonce kdf pem pkcs1 pkcs8 x509 pubkey aes sha1 sha2 hmac curve25519 gmp openssl kernel-netlink socket-default vici
  filelog { log { path = log } }
}
swanctl { load = pem pkcs1 x509 pkcs8 openssl random }
`,
    });
    const files = plans.flatMap((plan) =>
      plan.tunnels.map(({ name }) => filledIn(plan, textOf(plan, "strongswan", `swanctl-${name}.conf`))),
    );
    for (const [index, text] of files.entries()) writeFileSync(join(folder, `${index}.conf`), text);
    mkdirSync(join(folder, "run"));
    const script = `mount -t tmpfs tmpfs /run && mkdir -p /run/x && ip link set lo up
    ${CHARON} >/dev/null 2>&1 & pid=$!
    for _ in $(seq 100); do [ -S /run/charon.vici ] && break; sleep 0.1; done
    for n in $(seq 0 ${files.length - 1}); do swanctl --load-all --clear --uri unix:///run/charon.vici --file $n.conf 2>&1; done
    kill $pid; wait $pid`;

    const { stdout } = spawnSync("unshare", ["-rnm", "sh", "-c", script], {
      cwd: folder,
      env: { ...process.env, STRONGSWAN_CONF: join(folder, "strongswan.conf") },
      encoding: "utf8",
    });

    const tunnels = plans.flatMap((plan) => plan.tunnels);
    expect(stdout.match(/^loaded ike secret/gm)).toHaveLength(tunnels.length);
    expect(stdout.match(/^loaded connection/gm)).toHaveLength(tunnels.length);
    expect(stdout).not.toMatch(/^(loading .* failed|failed to load)|invalid/im);
  },
);

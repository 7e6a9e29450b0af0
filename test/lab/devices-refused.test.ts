import { expect, it } from "vitest";
import { readStatus } from "../../src/lab/status.ts";
import { createUp } from "../../src/routing/index.ts";
import { differences, type RunningLab, told, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;

/** Programs try again and again, and say at once why it fails: some seconds, where others run too. */
async function statusOnceRefused(lab: RunningLab, ...reasons: readonly RegExp[]) {
  for (let tries = 0; tries < 40; tries++) {
    const status = await readStatus(lab.holder, lab.plan);
    const all = [...status.tunnels, ...status.routers.flatMap(({ bgpPeerStatus }) => bgpPeerStatus)];
    const isSaid = (reason: RegExp) => all.some(({ because = "" }) => reason.test(because));
    if (reasons.every(isSaid)) return status;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return readStatus(lab.holder, lab.plan);
}

function reasonsDown({ topology }: RunningLab): readonly string[] {
  const up = createUp(topology, { down: new Set() });
  return [...new Set([...topology.links.keys()].flatMap((id) => up.reasonDown(id) ?? []))];
}

it.skipIf(why)("keys that differ: predicted, and refused by both ends", { timeout: GENEROUS }, async () => {
  const secrets = [
    "sameSecrets:",
    "  - { resources: [connections/to-office], fingerprint: one }",
    "  - { resources: [site/office/edge], fingerprint: other }",
    "appliances:",
  ].join("\n");
  await withLab("firewall-for-site-and-spoke", { edits: [["appliances:", secrets]] }, async (lab) => {
    const compared = await lab.compare();
    const { tunnels } = await statusOnceRefused(lab, /AUTHENTICATION_FAILED/, /MAC mismatched/);

    expect(reasonsDown(lab)).toEqual(["to-office and edge have different shared keys"]);
    expect(differences(compared)).toEqual([]);
    expect(told(compared, lab)).toContain("spoke/web -x office");
    expect(tunnels.map(({ connectionStatus }) => connectionStatus)).not.toContain("Connected");
    expect(tunnels.map(({ because }) => because ?? "").toSorted()).toEqual([
      "received AUTHENTICATION_FAILED notify error",
      expect.stringMatching(/^tried 1 shared key for .* but MAC mismatched$/),
    ]);
  });
});

it.skipIf(why)("keys with one fingerprint are one key", { timeout: GENEROUS }, async () => {
  const secrets =
    "sameSecrets:\n  - { resources: [connections/to-office, site/office], fingerprint: one }\nappliances:";
  await withLab("firewall-for-site-and-spoke", { edits: [["appliances:", secrets]] }, async (lab) => {
    const compared = await lab.compare();

    expect(reasonsDown(lab)).toEqual([]);
    expect(told(compared, lab)).toContain("spoke/web -> office");
  });
});

it.skipIf(why)(
  "a device with another ASN than its local network gateway says: no session",
  { timeout: GENEROUS },
  async () => {
    await withLab(
      "default-route-over-bgp",
      { edits: [["publicIpAddress: 203.0.113.20, asn: 65020", "publicIpAddress: 203.0.113.20, asn: 65021"]] },
      async (lab) => {
        const compared = await lab.compare();
        const { routers } = await statusOnceRefused(lab, /Bad peer AS/);
        const peers = routers.flatMap(({ bgpPeerStatus }) => bgpPeerStatus);

        expect([...lab.topology.sessions.values()].map(({ brokenBecause }) => brokenBecause)).toContain(
          "lng-branch says AS 65020, and edge speaks as AS 65021",
        );
        expect(differences(compared)).toEqual([]);
        expect(told(compared, lab)).toEqual(
          expect.arrayContaining(["hub/web -x branch", "hub/web -> office"]),
        );
        expect(peers.filter(({ asn }) => asn === 65020)).toEqual([
          expect.objectContaining({ because: expect.stringMatching(/Bad peer AS/) }),
        ]);
      },
    );
  },
);

it.skipIf(why).each([
  ["OpenVPN", /VERIFY ERROR|certificate|TLS/],
  ["IkeV2", /EAP_FAILURE|no trusted|untrusted|no issuer/],
  ["SSTP", /refuses this client's certificate|by a root that the gateway does not trust/],
])("a certificate by another root is refused: %s", { timeout: GENEROUS }, async (protocol, reason) => {
  const users = [
    "sameSecrets:",
    "  - { resources: [virtualNetworkGateways/vpn-v1], fingerprint: ours }",
    "  - { resources: [p2susers/staff], fingerprint: theirs }",
    "p2sUsers:",
  ].join("\n");
  const edits = [
    ["vpnClientProtocols: [OpenVPN]", `vpnClientProtocols: [${protocol}]`],
    ["p2sUsers:", users],
  ] as const;
  await withLab("clients-and-peerings", { edits }, async (lab) => {
    const compared = await lab.compare();
    const { tunnels } = await statusOnceRefused(lab, reason);

    expect(reasonsDown(lab)).toEqual([
      "the certificates of staff are by another root than those that vpn-v1 trusts",
    ]);
    expect(differences(compared)).toEqual([]);
    expect(told(compared, lab).filter((line) => /staff/.test(line) && line.includes("->"))).toEqual([]);
    expect(tunnels.map(({ connectionStatus }) => connectionStatus)).not.toContain("Connected");
    expect(tunnels.map(({ because }) => because ?? "").join("\n")).toMatch(reason);
  });
});

import { expect, it } from "vitest";
import { planLab } from "../../src/lab/plan/plan-lab.ts";
import { readStatus, type TunnelStatus } from "../../src/lab/status.ts";
import { indexEstate } from "../../src/model/estate-index.ts";
import { createUp } from "../../src/routing/index.ts";
import { buildTopology } from "../../src/topology/index.ts";
import { estateOf, type Variant } from "../scenarios/scenario.ts";
import { differences, type RunningLab, told, whyNoLab, withLab } from "./lab-of.ts";

const why = await whyNoLab();
const GENEROUS = 60_000;

interface Algorithms {
  readonly ike: readonly [encryption: string, integrity: string, group: string];
  readonly ipsec: readonly [encryption: string, integrity: string, group: string];
}

const GCM: Algorithms = {
  ike: ["AES256", "SHA384", "ECP384"],
  ipsec: ["GCMAES256", "GCMAES256", "ECP384"],
};
const GCM_IN_BOTH: Algorithms = {
  ike: ["GCMAES128", "SHA256", "ECP256"],
  ipsec: ["GCMAES128", "GCMAES128", "None"],
};
const OLD: Algorithms = { ike: ["AES192", "SHA1", "DHGroup24"], ipsec: ["AES192", "SHA256", "PFS24"] };

/** Of `chain-without-bgp`, whose connections have none, by the connection's name. */
function withPolicies(policies: Readonly<Record<string, Algorithms>>): Variant {
  return {
    edits: Object.entries(policies).map(([name, { ike, ipsec }]) => {
      const algorithms = [
        `ikeEncryption: ${ike[0]}, ikeIntegrity: ${ike[1]}, dhGroup: ${ike[2]}`,
        `ipsecEncryption: ${ipsec[0]}, ipsecIntegrity: ${ipsec[1]}, pfsGroup: ${ipsec[2]}`,
      ].join(", ");
      const policy = `{ saLifeTimeSeconds: 27000, saDataSizeKilobytes: 102400000, ${algorithms} }`;
      const head = `name: ${name}\n    location: westeurope\n    properties:\n`;
      return [head, `${head}      ipsecPolicies: [${policy}]\n`] as const;
    }),
  };
}

function agreed(tunnels: readonly TunnelStatus[], connection: string): readonly (string | undefined)[] {
  const ends = tunnels.filter(({ link }) => link.includes(`/${connection}#`));
  return [...new Set(ends.flatMap(({ ike, ipsec }) => [ike, ipsec]))];
}

function reasonsDown({ topology }: RunningLab): readonly string[] {
  const up = createUp(topology, { down: new Set() });
  return [...new Set([...topology.links.keys()].flatMap((id) => up.reasonDown(id) ?? []))];
}

it.skipIf(why)("a policy is negotiated as it is written", { timeout: GENEROUS }, async () => {
  const variant = withPolicies({
    "v4-to-v1": GCM,
    "v1-to-v4": GCM,
    "v1-to-v5": GCM_IN_BOTH,
    "v5-to-v1": GCM_IN_BOTH,
  });
  await withLab("chain-without-bgp", variant, async (lab) => {
    const compared = await lab.compare();
    const { tunnels } = await readStatus(lab.holder, lab.plan);

    expect(differences(compared)).toEqual([]);
    expect(told(compared, lab)).toEqual(expect.arrayContaining(["v1/web -> v4/web", "v1/web -> v5/web"]));
    expect(agreed(tunnels, "v1-to-v4")).toEqual([
      "AES_CBC-256, HMAC_SHA2_384_192, PRF_HMAC_SHA2_384, ECP_384",
      "AES_GCM_16-256",
    ]);
    expect(agreed(tunnels, "v1-to-v5")).toEqual([
      "AES_GCM_16-128, PRF_HMAC_SHA2_256, ECP_256",
      "AES_GCM_16-128",
    ]);
  });
});

it.skipIf(why)(
  "what is old is negotiated too, and without a policy what Azure's gateways take by themselves",
  { timeout: GENEROUS },
  async () => {
    await withLab("chain-without-bgp", withPolicies({ "v4-to-v1": OLD, "v1-to-v4": OLD }), async (lab) => {
      const compared = await lab.compare();
      const { tunnels } = await readStatus(lab.holder, lab.plan);

      expect(differences(compared)).toEqual([]);
      expect(agreed(tunnels, "v1-to-v4")).toEqual([
        "AES_CBC-192, HMAC_SHA1_96, PRF_HMAC_SHA1, MODP_2048_256",
        "AES_CBC-192, HMAC_SHA2_256_128",
      ]);
      expect(agreed(tunnels, "v1-to-v5")).toEqual([
        "AES_CBC-256, HMAC_SHA2_256_128, PRF_HMAC_SHA2_256, MODP_1024",
        "AES_GCM_16-256",
      ]);
    });
  },
);

it.skipIf(why).each([
  { differs: "phase 1", theirs: { ...GCM, ike: ["AES256", "SHA384", "ECP256"] } as const },
  { differs: "phase 2", theirs: { ...GCM, ipsec: ["AES256", "SHA256", "ECP384"] } as const },
])("policies that differ in $differs: predicted, and refused", { timeout: GENEROUS }, async ({ theirs }) => {
  await withLab("chain-without-bgp", withPolicies({ "v4-to-v1": GCM, "v1-to-v4": theirs }), async (lab) => {
    const compared = await lab.compare();
    const { tunnels } = await readStatus(lab.holder, lab.plan);
    const ends = tunnels.filter(({ link }) => link.includes("/v1-to-v4#"));

    expect(reasonsDown(lab)).toEqual(["v1-to-v4 and v4-to-v1 have different IPsec policies"]);
    expect(differences(compared)).toEqual([]);
    expect(told(compared, lab)).toEqual(expect.arrayContaining(["v1/web -x v4/web", "v1/web -> v5/web"]));
    expect(ends.map(({ connectionStatus }) => connectionStatus)).toEqual(["NotConnected", "NotConnected"]);
    expect(ends.map(({ because = "" }) => because).join("\n")).toMatch(/received NO_PROPOSAL_CHOSEN notify/);
  });
});

it("where strongSwan lacks AES-GCM, tunnels have what every one has, and it is said", () => {
  const variant = withPolicies({ "v4-to-v1": GCM, "v1-to-v4": GCM });
  const topology = buildTopology(indexEstate(estateOf("chain-without-bgp", variant)));
  const { daemons, notRun } = planLab(topology, { timers: "fast", keys: () => "", lacksGcm: true });
  const texts = daemons.flatMap(({ files }) => files.map(({ text }) => text)).join("\n");

  expect(texts).not.toMatch(/proposals = .*(gcm|ecp)/);
  expect(texts).toContain("proposals = aes256-sha256-modp2048\n");
  expect(notRun.map(({ because }) => because)).toEqual(
    expect.arrayContaining([
      "its policy is aes256-sha384-ecp384, for which strongSwan here lacks libstrongswan-standard-plugins: the lab offers aes256-sha256-modp2048",
    ]),
  );
});

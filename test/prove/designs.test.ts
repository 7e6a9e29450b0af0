import { expect, it } from "vitest";
import { design } from "../../src/design.ts";
import { readDocument } from "../../src/source/index.ts";

/** One hub, and all come in at its VPN gateway where nothing forbids it: it tells everybody of everybody. */
const SHARED = `name: next
defaults: { region: westeurope }
addressSpace: 10.64.0.0/16
virtualNetworks:
  hub: { role: hub, size: /22, subnets: { shared: /24 } }
  orders: { size: /23, subnets: { web: /25 } }
sites:
  utrecht:
    addressSpace: 192.168.1.0/24
    vpnDevices: [{ publicIp: 198.51.100.10, asn: 65010 }]
    circuits: [{ provider: Equinix, peeringLocation: Amsterdam, bandwidth: 1 Gbps }]
  delft: { addressSpace: 192.168.2.0/24, vpnDevices: [{ publicIp: 198.51.100.20, asn: 65020 }] }
p2sUsers:
  staff: { count: 40, os: [macos], authentication: certificate }
connections:
  - between: [hub, [utrecht, orders, OTHERS]]
isolate:
  - [utrecht, OTHERS]
`;

function designed(text: string, lock?: string, reconsider = false) {
  const found = design(readDocument("network.yaml", text), {
    reconsider,
    ...(lock === undefined ? {} : { lock: readDocument("network.lock.json", lock) }),
  });
  if (!found.design) throw new Error("the intent was not read");
  const errors = found.diagnostics.filter(({ severity }) => severity === "error");
  return { ...found.design, all: found.diagnostics, errors };
}

const shared = (others: string) => SHARED.replaceAll("OTHERS", others);

it.each([["delft"], ["staff"]])("where %s would reach an isolated site, the next kind is tried", (others) => {
  const { decisions, proof, errors } = designed(shared(others));

  const decision = decisions.find(({ name }) => name === "hub - utrecht");
  expect(errors).toEqual([]);
  expect(decision?.title).toBe("ExpressRoute");
  expect(decision?.rejected.map(({ kind, because }) => [kind, because.at(-1)?.text])).toEqual([
    ["site-to-site", expect.stringMatching(/^proof failed: with it .* to be isolated, reach each other\.$/)],
  ]);
  expect(proof.results.map(({ verdict }) => verdict)).not.toContain("unmet");
});

it("where nothing is isolated the first kind stays", () => {
  const { decisions, errors } = designed(shared("delft").replace(/isolate:[^]*/, ""));

  expect(errors).toEqual([]);
  expect(decisions.find(({ name }) => name === "hub - utrecht")?.title).toBe("Site-to-Site VPN");
});

it("a lock with the kind that was proven keeps it", () => {
  const { errors, decisions } = designed(
    shared("delft"),
    JSON.stringify({
      format: "isthmus/lock",
      version: 1,
      connections: { "hub - utrecht": { kind: "expressroute" } },
    }),
  );

  expect(errors).toEqual([]);
  expect(decisions.find(({ name }) => name === "hub - utrecht")?.kind).toBe("expressroute");
});

it("a lock with the kind that fails is an error, and reconsidering mends it", () => {
  const lock = JSON.stringify({
    format: "isthmus/lock",
    version: 1,
    connections: { "hub - utrecht": { kind: "site-to-site" } },
  });

  expect(designed(shared("delft"), lock).errors.map(({ rule }) => rule)).toEqual([
    "intent/isolated-connection",
  ]);
  expect(designed(shared("delft"), lock, true).errors).toEqual([]);
});

it("a kind that a person named is not replaced: the design is refused", () => {
  const text = shared("delft").replace(
    "  - between: [hub, [utrecht, orders, delft]]",
    "  - { between: [hub, utrecht], kind: site-to-site }\n  - between: [hub, [orders, delft]]",
  );

  const { errors, decisions } = designed(text);

  expect(errors.map(({ rule }) => rule)).toEqual(["intent/isolated-connection"]);
  expect(decisions.find(({ name }) => name === "hub - utrecht")?.kind).toBe("site-to-site");
});

it("users who reach a site that nobody gave them are told", () => {
  const { all } = designed(shared("staff").replace(/isolate:[^]*/, ""));

  expect(all.map(({ rule, message }) => `${rule}: ${message}`)).toContain(
    "expectation/unasked-users: staff reach utrecht, and no connection asks for that.",
  );
});

it("price and lock are those of the choice that was proven", () => {
  const { lock, connections } = designed(shared("delft"));

  expect(lock.connections.get("hub - utrecht")?.kind).toBe("expressroute");
  expect(connections.map(({ kind }) => kind)).toContain("expressroute");
});

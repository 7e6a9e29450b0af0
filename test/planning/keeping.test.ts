import { expect, it } from "vitest";
import { findingsOf, lockOf, lockText, planText, rangesOf } from "./plan-text.ts";

const HEAD = "name: contoso\ndefaults: { region: westeurope }\n";

it("plans the largest network first, and those of a size by name", () => {
  const plan = planText(`${HEAD}addressSpace: 10.64.0.0/12
virtualNetworks: { small: { size: /24 }, b-large: { size: /22 }, a-large: { size: /22 } }`);

  expect(rangesOf(plan)).toEqual(["small 10.64.8.0/24", "b-large 10.64.4.0/22", "a-large 10.64.0.0/22"]);
});

it("gives a region the block of a pool in which its fixed networks are", () => {
  const plan = planText(`${HEAD}addressSpace: 10.64.0.0/12
virtualNetworks:
  hub: { addressSpace: 10.72.0.0/22 }
  far: { addressSpace: 10.64.0.0/22, region: eastus2 }
  spoke: { size: /24 }
  other: { size: /24, region: eastus2 }`);

  expect(rangesOf(plan).slice(2)).toEqual(["spoke 10.72.4.0/24", "other 10.64.4.0/24"]);
});

it("takes a network that is larger than a block from the rest of the pool, and no block over it", () => {
  const plan = planText(`${HEAD}addressSpace: 10.64.0.0/22
virtualNetworks: { large: { size: /23 }, one: { size: /25 }, two: { size: /25, region: eastus2 } }`);

  expect(findingsOf(plan)).toEqual([]);
  expect(rangesOf(plan)).toEqual(["large 10.64.0.0/23", "one 10.64.2.0/25", "two 10.64.3.0/25"]);
});

it("takes from another region's block rather than not at all, but never from another region's pool", () => {
  const shared = planText(
    `${HEAD}addressSpace: 10.64.0.0/23
virtualNetworks: { hub: { size: /25 }, new: { size: /24, region: eastus2 } }`,
    lockOf({ hub: { addressSpace: ["10.64.0.0/25"] } }, { westeurope: ["10.64.0.0/23"] }),
  );
  const owned = planText(`name: contoso
addressSpace: { westeurope: 10.64.0.0/23, eastus2: 10.66.0.0/25 }
virtualNetworks: { hub: { size: /25, region: westeurope }, new: { size: /24, region: eastus2 } }`);

  expect(rangesOf(shared)).toEqual(["hub 10.64.0.0/25", "new 10.64.1.0/24"]);
  expect(findingsOf(owned)).toEqual([
    "addresses/exhausted-pool: 10.66.0.0/25 has no room left for new (/24); the largest range that is not fixed is 10.66.0.0/25.",
  ]);
});

it("takes across blocks that the lock has and nothing uses", () => {
  const regions = {
    northeurope: ["10.64.0.0/26", "10.64.0.128/26"],
    westeurope: ["10.64.0.64/26", "10.64.0.192/26"],
  };
  const plan = planText(
    `${HEAD}addressSpace: 10.64.0.0/24
virtualNetworks: { new: { size: /24 }, next: { size: /26 } }`,
    lockOf({}, regions),
  );

  expect(rangesOf(plan)).toEqual(["new 10.64.0.0/24", "next"]);
});

it("counts a site that contains the whole pool as its summary", () => {
  const plan = planText(
    `${HEAD}addressSpace: 10.64.0.0/16
virtualNetworks: { hub: { size: /24 } }
sites: { amsterdam: { addressSpace: 10.0.0.0/8 } }`,
    lockOf({ hub: { addressSpace: ["10.64.7.0/24"] } }),
  );

  expect(findingsOf(plan)).toEqual([]);
  expect(rangesOf(plan)).toEqual(["hub 10.64.7.0/24"]);
});

it("keeps clear of sites, users, reserved ranges and what exists", () => {
  const plan = planText(`${HEAD}addressSpace: 10.64.0.0/21
reserved: 10.64.0.0/24
virtualNetworks:
  new: { size: /24 }
  legacy:
    existing: /subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/legacy
    addressSpace: 10.64.3.0/24
sites: { amsterdam: { addressSpace: 10.64.1.0/24 } }
p2sUsers: { staff: { count: 5, addressPool: 10.64.2.0/25, localNetworks: 10.64.2.128/25 } }`);

  expect(rangesOf(plan)).toEqual(["new 10.64.4.0/24", "legacy 10.64.3.0/24"]);
});

it.each([
  { what: "an overlap with a fixed range", locked: "10.64.0.0/22", fixed: "10.64.0.0/23", size: "/22" },
  { what: "a range outside the pool", locked: "10.80.0.0/22", fixed: "10.64.8.0/23", size: "/22" },
  { what: "another size", locked: "10.64.0.0/23", fixed: "10.64.8.0/23", size: "/22" },
])("$what in the lock is refused, and planned anew with reconsider", ({ locked, fixed, size }) => {
  const text = `${HEAD}addressSpace: 10.64.0.0/12
virtualNetworks: { hub: { size: ${size} }, fixed: { addressSpace: ${fixed} } }`;
  const lock = lockOf({ hub: { addressSpace: [locked] } });

  const kept = planText(text, lock);
  const anew = planText(text, lock, true);

  expect(findingsOf(kept)).toHaveLength(1);
  expect(rangesOf(kept)[0]).toBe("hub");
  expect(findingsOf(anew)).toEqual([]);
  expect(rangesOf(anew)[0]).toMatch(/^hub 10\.64\.\d+\.0\/22$/);
});

it("keeps a network whose subnets still fit, though its growth is used up", () => {
  const lock = lockOf({ hub: { addressSpace: ["10.64.0.0/24"] } });

  const plan = planText(
    `${HEAD}addressSpace: 10.64.0.0/12\nvirtualNetworks: { hub: { subnets: { web: /24 } } }`,
    lock,
  );

  expect(rangesOf(plan)).toEqual(["hub 10.64.0.0/24", "hub/web 10.64.0.0/24"]);
});

it("adds IPv6 to a network that the lock has without, and keeps it", () => {
  const text = `${HEAD}addressSpace: [10.64.0.0/12, "fd00:64::/48"]
virtualNetworks:
  hub: { size: /24, dualStack: true, subnets: { web: /26 } }
  fixed: { addressSpace: 10.65.0.0/24, dualStack: true, subnets: { web: 10.65.0.0/26 } }`;
  const first = planText(
    text,
    lockOf({ hub: { addressSpace: ["10.64.1.0/24"], subnets: { web: ["10.64.1.64/26"] } } }),
  );

  const second = planText(text, first.lock);

  expect(rangesOf(first)).toEqual([
    "hub 10.64.1.0/24 fd00:64:0:100::/56",
    "hub/web 10.64.1.64/26 fd00:64:0:100::/64",
    "fixed 10.65.0.0/24 fd00:64::/56",
    "fixed/web 10.65.0.0/26 fd00:64::/64",
  ]);
  expect(lockText(second.lock)).toBe(lockText(first.lock));
});

it("leaves the subnets of an existing network alone and plans those that are added", () => {
  const plan = planText(`${HEAD}virtualNetworks:
  legacy:
    existing: /subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/legacy
    addressSpace: [10.10.0.0/24, "fd00:10::/56"]
    dualStack: true
    subnets: { there: 10.10.0.0/26, new: /26 }`);

  expect(rangesOf(plan)).toEqual([
    "legacy 10.10.0.0/24 fd00:10::/56",
    "legacy/there 10.10.0.0/26",
    "legacy/new 10.10.0.64/26 fd00:10::/64",
  ]);
});

it("a subnet of another size than in the lock is refused, and moved with reconsider", () => {
  const text = `${HEAD}virtualNetworks: { hub: { addressSpace: 10.0.0.0/24, subnets: { web: /26, data: /27 } } }`;
  const lock = lockOf({ hub: { subnets: { web: ["10.0.0.128/25"], data: ["10.0.0.32/27"] } } });

  expect(findingsOf(planText(text, lock))).toEqual([
    "lock/stale-range: hub/web asks for the size /26, and network.lock.json keeps it at 10.0.0.128/25.",
  ]);
  expect(rangesOf(planText(text, lock, true)).slice(1)).toEqual([
    "hub/web 10.0.0.64/26",
    "hub/data 10.0.0.32/27",
  ]);
});

it("subnets follow a network whose fixed range a person moved", () => {
  const lock = lockOf({ hub: { subnets: { web: ["10.0.0.128/25"] } } });

  const plan = planText(
    `${HEAD}virtualNetworks: { hub: { addressSpace: 10.9.0.0/24, subnets: { web: /25 } } }`,
    lock,
  );

  expect(findingsOf(plan)).toEqual([]);
  expect(rangesOf(plan)).toEqual(["hub 10.9.0.0/24", "hub/web 10.9.0.0/25"]);
});

it("names the largest range that is left where a subnet has no room", () => {
  const plan = planText(`${HEAD}virtualNetworks:
  hub: { addressSpace: 10.0.0.0/24, subnets: { web: 10.0.0.64/26, app: /25, data: /25 } }`);

  expect(findingsOf(plan)).toEqual([
    "addresses/too-small-network: hub (10.0.0.0/24) has no room for its subnet data (/25); the largest free range is 10.0.0.0/26.",
  ]);
});

it.each([
  {
    network: "{ size: /24, subnets: { web: /25, app: /26, data: /27 } }",
    says: "keeps 13 % of its addresses free; its growth asks for 25 %",
  },
  {
    network: "{ size: /24, growth: nextPowerOfTwo, subnets: { web: /25, data: /29 } }",
    says: "keeps 47 % of its addresses free; its growth asks for 50 %",
  },
])("warns of little growth in a size that a person chose: $says", ({ network, says }) => {
  const plan = planText(`${HEAD}addressSpace: 10.64.0.0/12\nvirtualNetworks: { hub: ${network} }`);

  expect(findingsOf(plan)).toEqual([`addresses/too-small-growth: hub (/24) ${says}.`]);
});

it("says what a pool that is all fixed has left", () => {
  const plan = planText(`${HEAD}addressSpace: 10.64.0.0/24
virtualNetworks: { hub: { addressSpace: 10.64.0.0/24 }, one: { size: /26 }, two: { size: /27 } }`);

  expect(findingsOf(plan)).toEqual([
    "addresses/exhausted-pool: 10.64.0.0/24 has no room left for one and two (/26, /27); all of it is fixed.",
  ]);
});

it("an existing network without a region is left where it is", () => {
  const plan = planText(`name: contoso
addressSpace: 10.0.0.0/8
virtualNetworks:
  legacy:
    existing: /subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/legacy
    addressSpace: 10.10.0.0/24`);

  expect(findingsOf(plan)).toEqual([]);
});

it("a locked range that Azure keeps for itself is refused where it stands", () => {
  const lock = lockOf({ hub: { addressSpace: ["169.254.0.0/24"] } });

  const plan = planText(`${HEAD}addressSpace: 10.64.0.0/12\nvirtualNetworks: { hub: { size: /24 } }`, lock);

  expect(plan.diagnostics.map(({ origin, hint }) => [origin.file, hint])).toEqual([
    ["network.lock.json", "Run with --reconsider to plan it anew."],
  ]);
});

it("forgets the IPv6 range of a network that is dual-stack no more, and all of one that exists now", () => {
  const lock = lockOf({
    hub: { addressSpace: ["10.64.0.0/24", "fd00:64::/56"] },
    legacy: { addressSpace: ["10.64.1.0/24", "fd00:64:0:100::/56"] },
  });

  const plan = planText(
    `${HEAD}addressSpace: [10.64.0.0/12, "fd00:64::/48"]
virtualNetworks:
  hub: { size: /24 }
  legacy:
    existing: /subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/legacy
    addressSpace: 10.64.1.0/24
    dualStack: true`,
    lock,
  );

  expect(rangesOf(plan)).toEqual(["hub 10.64.0.0/24", "legacy 10.64.1.0/24"]);
});

it("counts two networks of one range for both of their regions, whichever comes first", () => {
  const one = "one: { addressSpace: 10.64.0.0/24, region: eastus2 }";
  const other = "other: { addressSpace: 10.64.0.0/24 }";

  const plans = [`${one}, ${other}`, `${other}, ${one}`].map((fixed) =>
    planText(`${HEAD}addressSpace: 10.64.0.0/20\nvirtualNetworks: { new: { size: /24 }, ${fixed} }`),
  );

  expect(plans.map((plan) => rangesOf(plan)[0])).toEqual(["new 10.64.4.0/24", "new 10.64.4.0/24"]);
});

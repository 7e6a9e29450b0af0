import fc from "fast-check";
import { deploymentResourceGroup, deploymentSubscription } from "../../src/model/deployment-scope.ts";
import { type Estate, emptyEstate } from "../../src/model/estate.ts";
import type { Resource } from "../../src/model/resource.ts";
import {
  formatResourceId,
  keyOf,
  parentIdOf,
  parseResourceId,
  resourceTypeOf,
} from "../../src/model/resource-id.ts";
import type { Unknown, Value, ValueObject } from "../../src/model/unknown.ts";

const origin = { file: "network.yaml", path: [] };
const provider = "Microsoft.Network";

/** Texts that mean something to JSON, to ARM, to Bicep, to HTML or to the eye. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }).filter((text) => !/\p{Cs}/u.test(text)),
  fc.constantFrom(
    "[concat('a', 'b')]",
    "[[twice]",
    "[",
    "[]",
    "]",
    "[open",
    "it's",
    "'''",
    "${hub.id}",
    "$${x}",
    "\\${x}",
    "\\",
    "\\n",
    "line\nline\r\n\ttab",
    "<script>alert(1)</script>",
    "// no comment",
    "/* no comment */",
    '"quoted"',
    "\u202egnirts",
    "\u2028",
    "\u0000",
    "😀👩‍👩‍👧",
    "",
    "true",
  ),
);

/** Azure would refuse some of these names; no template may break on them all the same. */
const anyName = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "hub",
      "Hub-1",
      "orders_web",
      "10gig",
      "param",
      "resource",
      "true",
      "a.b",
      "x",
    ),
  },
  {
    weight: 1,
    arbitrary: hostileText
      .map((text) => text.replace(/[/\n\r\u2028\u2029]/g, ""))
      .filter((text) => text.trim() !== ""),
  },
);

const anyScope = fc.record({
  subscription: fc.constantFrom(
    deploymentSubscription,
    deploymentSubscription,
    "11111111-1111-1111-1111-111111111111",
  ),
  resourceGroup: fc.constantFrom(
    deploymentResourceGroup,
    deploymentResourceGroup,
    "rg-network",
    "RG's (old)",
    "rg.west",
    "[rg]",
  ),
});

const unknown: fc.Arbitrary<Unknown> = hostileText.map((because) => ({ kind: "unknown", because, origin }));

const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostileText,
    fc.integer(),
    fc.constantFrom(0.5, -3, 1e21, 12345678901234567000),
    fc.boolean(),
    fc.constant(null),
    unknown,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      hostileText.filter((key) => key !== "id" && key !== "__proto__"),
      tie("value"),
      { maxKeys: 3 },
    ),
  ),
})).value;

const anyTags = fc.dictionary(
  hostileText.filter((key) => key !== "id" && key !== "__proto__"),
  fc.oneof(hostileText, unknown),
  { maxKeys: 3 },
);

interface Seed {
  readonly scope: { readonly subscription: string; readonly resourceGroup: string };
  readonly name: string;
  readonly child: string;
  readonly kind: "network" | "gateway" | "subnet" | "peering" | "securityGroup" | "rule";
  readonly existing: boolean;
  readonly more: Value;
  readonly tags: ValueObject;
  readonly location: string | Unknown;
  /** Which earlier resources it refers to. */
  readonly pick: readonly number[];
}

const anySeed: fc.Arbitrary<Seed> = fc.record({
  scope: anyScope,
  name: anyName,
  child: anyName,
  kind: fc.constantFrom(
    "network",
    "network",
    "gateway",
    "subnet",
    "peering",
    "peering",
    "securityGroup",
    "rule",
  ),
  existing: fc.boolean(),
  more: anyValue,
  tags: anyTags,
  location: fc.oneof(fc.constantFrom("westeurope", "North Europe"), unknown),
  pick: fc.array(fc.nat(), { minLength: 2, maxLength: 4 }),
});

/** Networks, subnets, peerings, gateways and security groups across resource groups, some of them there already. */
export const anyEstate: fc.Arbitrary<Estate> = fc.array(anySeed, { maxLength: 14 }).map((seeds) => {
  const resources = new Map<string, Resource>();
  for (const seed of seeds) {
    const resource = resourceOf(seed, [...resources.values()]);
    if (resource && !resources.has(keyOf(resource.id))) resources.set(keyOf(resource.id), resource);
  }
  return { ...emptyEstate, resources };
});

function resourceOf(seed: Seed, earlier: readonly Resource[]): Resource | undefined {
  const ofType = (type: string) => earlier.filter((resource) => resource.type === `${provider}/${type}`);
  const chosen = (among: readonly Resource[], index: number) =>
    among.length === 0 ? undefined : among[(seed.pick[index] ?? 0) % among.length];
  const networks = ofType("virtualNetworks");
  const network = chosen(networks, 0);
  const group = chosen(ofType("networkSecurityGroups"), 1);

  if (seed.kind === "network")
    return top(seed, "virtualNetworks", { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
  if (seed.kind === "securityGroup") return top(seed, "networkSecurityGroups", {});
  if (seed.kind === "gateway") {
    const subnet = chosen(ofType("virtualNetworks/subnets"), 0);
    const frontend = { name: "default", properties: subnet ? { subnet: { id: subnet.id } } : {} };
    return top(seed, "virtualNetworkGateways", {
      ipConfigurations: [frontend],
      sku: { name: "VpnGw1AZ", tier: "VpnGw1AZ" },
    });
  }
  if (seed.kind === "rule") return group && child(seed, group, "securityRules", { priority: 100 });
  if (!network) return undefined;
  if (seed.kind === "subnet") {
    return child(seed, network, "subnets", group ? { networkSecurityGroup: { id: group.id } } : {});
  }
  const remote = chosen(networks, 1);
  const absent = formatResourceId({
    ...seed.scope,
    provider,
    types: ["virtualNetworks"],
    names: [seed.name],
  });
  return child(seed, network, "virtualNetworkPeerings", {
    remoteVirtualNetwork: { id: (remote ?? network).id },
    other: { id: absent },
  });
}

function top(seed: Seed, type: string, properties: ValueObject): Resource {
  const id = formatResourceId({ ...seed.scope, provider, types: [type], names: [seed.name] });
  return {
    ...common(id, { ...properties, more: seed.more }),
    location: seed.location,
    envelope: { tags: seed.tags, zones: ["1", "2"] },
    ...(seed.existing ? { existing: true } : {}),
  };
}

/** Nothing is known of a child of its own kind in a parent that is written: such a child is written, too. */
function child(seed: Seed, parent: Resource, type: string, properties: ValueObject): Resource {
  return {
    ...common(`${parent.id}/${type}/${seed.child}`, { ...properties, more: seed.more }),
    ...(seed.existing && parent.existing ? { existing: true } : {}),
  };
}

function common(id: string, properties: ValueObject) {
  const parts = parseResourceId(id);
  return {
    id,
    type: parts ? resourceTypeOf(parts) : "",
    name: parts?.names.at(-1) ?? "",
    properties,
    origin,
  };
}

export function idsReferredTo(resource: {
  readonly id: string;
  readonly properties: unknown;
}): readonly string[] {
  const parent = parentIdOf(resource.id);
  return [...(parent === undefined ? [] : [parent]), ...idsIn(resource.properties)];
}

function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "id" && typeof inner === "string" ? [inner] : idsIn(inner),
  );
}

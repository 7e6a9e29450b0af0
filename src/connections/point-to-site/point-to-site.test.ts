import { expect, it } from "vitest";
import { parsePrefix } from "../../ip/index.ts";
import type { Wish } from "../../model/connection-kind.ts";
import { emptyEstate, type P2sUsers } from "../../model/estate.ts";
import { indexEstate } from "../../model/estate-index.ts";
import type { P2sUsersIntent } from "../../model/intent.ts";
import type { Resource } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { pointToSite } from "./index.ts";

const ROOT = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network";
const HUB = keyOf(`${ROOT}/virtualNetworks/hub`);
const at = (...path: readonly (string | number)[]) => ({ file: "network.yaml", path });

function ranges(text: string | undefined, ...path: string[]) {
  const prefix = parsePrefix(text ?? "");
  return text === undefined || !prefix ? [] : [{ text, prefix, origin: at(...path) }];
}

function wish(given: { pool?: string; home?: string }, more: Partial<Wish> = {}): Wish {
  const users: P2sUsersIntent = {
    name: "staff",
    count: 300,
    maxConcurrent: 200,
    os: ["Windows", "macOS"],
    authentication: "entra",
    addressPool: ranges(given.pool, "pool"),
    localNetworks: ranges(given.home, "home"),
    origin: at("p2sUsers", "staff"),
  };
  const network = {
    name: "orders",
    region: "westeurope",
    scope: {},
    addressSpace: ranges("10.1.0.0/16", "orders"),
    dualStack: false,
    growth: { type: "nextPowerOfTwo" as const },
    subnets: [],
    tags: {},
    origin: at("virtualNetworks", "orders"),
  };
  return {
    name: "staff - orders",
    ends: [
      { type: "p2sUsers", name: "staff", users },
      { type: "virtualNetwork", name: "orders", network },
    ],
    needs: {},
    origin: at("connections", 0),
    ...more,
  };
}

it("demands the gateway that the network uses, with all that is known of the users", () => {
  const settings = { value: { protocols: ["OpenVPN"] }, origin: at("settings") };
  const needs = { resilience: { value: "instance" as const, origin: at("needs") } };
  const demands = pointToSite.demands?.(wish({ pool: "172.16.0.0/24" }, { settings, needs }), () => "hub");

  expect(demands).toEqual([
    {
      facility: "vpn-gateway",
      at: { virtualNetwork: "hub" },
      asks: {
        users: {
          group: "staff",
          count: 300,
          maxConcurrent: 200,
          os: ["Windows", "macOS"],
          authentication: "entra",
          addressPool: ["172.16.0.0/24"],
          protocols: ["OpenVPN"],
        },
        survives: ["instance"],
      },
      usedBy: "staff - orders",
    },
  ]);
});

it.each([
  {
    given: { pool: "10.1.4.0/24" },
    because:
      "The pool of staff (10.1.4.0/24) and orders (10.1.0.0/16) share 10.1.4.0/24: Azure refuses such a pool.",
  },
  {
    given: { pool: "192.168.0.0/16", home: "192.168.1.0/24" },
    because:
      "The pool of staff (192.168.0.0/16) and the network that they sit in (192.168.1.0/24) share 192.168.1.0/24: their devices could not tell the two apart.",
  },
])("refuses: $because", ({ given, because }) => {
  expect(pointToSite.refuse?.(wish(given))).toMatchObject({ because, origin: at("pool") });
});

it.each([
  { given: { pool: "172.16.0.0/24", home: "192.168.1.0/24" }, why: "a pool apart from both" },
  { given: { home: "10.1.0.0/16" }, why: "no pool yet" },
  { given: { pool: "172.16.0.0/24", home: "0.0.0.0/0" }, why: "users who may sit anywhere" },
])("takes $why", ({ given }) => {
  expect(pointToSite.refuse?.(wish(given))).toBeUndefined();
});

it.each([
  { protocols: ["IkeV2", "OpenVPN", "SSTP"], success: true },
  { protocols: ["WireGuard"], success: false },
  { protocols: [], success: false },
])("takes the protocols $protocols: $success", ({ protocols, success }) => {
  expect(pointToSite.settings?.safeParse({ protocols }).success).toBe(success);
});

function gateway(pool: readonly string[], name = "hub-vpn"): Resource {
  const subnet = { id: `${HUB}/subnets/GatewaySubnet` };
  return {
    id: `${ROOT}/virtualNetworkGateways/${name}`,
    type: "Microsoft.Network/virtualNetworkGateways",
    name,
    location: "westeurope",
    properties: {
      gatewayType: "Vpn",
      ipConfigurations: [{ properties: { subnet } }],
      vpnClientConfiguration: { vpnClientAddressPool: { addressPrefixes: pool } },
    },
    origin: at(),
  };
}

function group(name: string, maxConcurrent: number, pool: string): P2sUsers {
  return {
    name,
    count: maxConcurrent,
    maxConcurrent,
    os: [],
    vpnClientAddressPool: [pool],
    localNetworks: [],
    origin: at(),
  };
}

function recognise(one: Resource, p2sUsers: readonly P2sUsers[]) {
  const estate = indexEstate({ ...emptyEstate, resources: new Map([[keyOf(one.id), one]]), p2sUsers });
  return pointToSite.recognise?.(estate) ?? [];
}

it("joins the network and each group whose pool the gateway has, by name", () => {
  const groups = [
    group("Staff", 100, "172.16.0.0/24"),
    group("guests", 100, "172.16.1.0/24"),
    group("others", 9, "172.31.0.0/24"),
  ];

  expect(recognise(gateway(["172.16.0.0/23"]), groups)).toMatchObject([
    { kind: "point-to-site", ends: [HUB, "Staff"], encrypted: true, crossesInternet: true, state: "up" },
    { kind: "point-to-site", ends: [HUB, "guests"] },
  ]);
});

it("ends at the gateway where nobody says who the users are, and bills an unknown number", () => {
  const one = gateway(["172.16.0.0/24"]);
  const [connection] = recognise(one, []);

  expect(connection).toMatchObject({ ends: [HUB, keyOf(one.id)], resources: [keyOf(one.id)] });
  expect(connection?.meters(undefined).map(({ quantity }) => quantity)).toEqual([undefined, undefined]);
});

it("takes a gateway without a pool for none of its own", () => {
  expect(recognise(gateway([]), [])).toEqual([]);
});

it("bills the connections beyond those that the gateway includes, each group's after the one before", () => {
  const groups = [group("staff", 100, "172.16.0.0/24"), group("guests", 100, "172.16.1.0/24")];
  const meters = recognise(gateway(["172.16.0.0/23"]), groups).map((connection) =>
    connection.meters({ there: 50, back: 1 }),
  );

  expect(meters.map(([connections]) => connections?.quantity)).toEqual([0, 72 * 730]);
  expect(meters[0]?.[1]).toMatchObject({ meterName: "Standard Data Transfer Out", quantity: 50 });
});

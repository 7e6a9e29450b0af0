import { expect, it } from "vitest";
import type { UserDemand } from "../../model/demand.ts";
import { type ClientAccess, chooseClientAccess } from "./client-access.ts";
import { planClientPools } from "./client-pools.ts";
import { poolLength } from "./pool-length.ts";
import { isRefusal } from "./refusal.ts";

const group = (os: readonly string[], more: Partial<UserDemand> = {}): UserDemand => ({
  group: "staff",
  count: 100,
  maxConcurrent: 100,
  os,
  addressPool: [],
  ...more,
});

function access(users: readonly UserDemand[], onlySstp = false): ClientAccess {
  const result = chooseClientAccess(users, onlySstp);
  if (isRefusal(result)) throw new Error(result.because);
  return result;
}

it.each<[why: string, users: readonly UserDemand[], protocols: string, types: string]>([
  ["Entra ID where all have a client", [group(["windows", "macos"])], "OpenVPN", "AAD"],
  ["certificates where Linux has none", [group(["windows", "linux"])], "OpenVPN,IkeV2", "Certificate"],
  ["certificates where nobody says who they are", [group([])], "OpenVPN", "Certificate"],
  ["Android without IKEv2", [group(["android"])], "OpenVPN", "Certificate"],
  ["RADIUS", [group(["windows"], { authentication: "radius" })], "OpenVPN,IkeV2", "Radius"],
  [
    "two groups, each its own way",
    [group(["windows"], { authentication: "entraId" }), group(["linux"], { group: "ops" })],
    "OpenVPN,IkeV2",
    "AAD,Certificate",
  ],
  [
    "OpenVPN alone where IKEv2 would not take both",
    [group(["windows"], { authentication: "radius" }), group(["linux"], { group: "ops" })],
    "OpenVPN",
    "Certificate,Radius",
  ],
  ["what is named", [group(["windows"], { protocols: ["IkeV2"] })], "IkeV2", "Certificate"],
  ["SSTP where it is named", [group(["windows"], { protocols: ["SSTP"] })], "SSTP", "Certificate"],
  [
    "IKEv2 for the others where SSTP is named",
    [group(["windows"], { protocols: ["SSTP"] }), group(["macos"], { group: "ops" })],
    "IkeV2,SSTP",
    "Certificate",
  ],
])("offers %s", (_why, users, protocols, types) => {
  const { protocols: offered, authenticationTypes } = access(users);

  expect(offered.join()).toBe(protocols);
  expect(authenticationTypes.join()).toBe(types);
});

it("never offers SSTP unless it is named, and then says when it ends", () => {
  const { protocols, because } = access([group(["windows"])], true);

  expect(protocols).toEqual(["SSTP"]);
  expect(because.map(({ text }) => text).join(" ")).toContain("2027-03-31");
});

it.each<[says: RegExp, users: readonly UserDemand[], onlySstp?: boolean]>([
  [
    /Microsoft Entra ID over OpenVPN, and linux has no client/,
    [group(["linux"], { authentication: "entraId" })],
  ],
  [/does not work over IkeV2/, [group(["windows"], { authentication: "entraId", protocols: ["IkeV2"] })]],
  [/SSTP, and macos has no client/, [group(["macos"], { protocols: ["SSTP"] })]],
  [/does not offer OpenVPN and SSTP/, [group(["windows"], { protocols: ["OpenVPN", "SSTP"] })]],
  [/L2TP is no protocol/, [group(["windows"], { protocols: ["L2TP"] })]],
  [/sign in with ntlm/, [group(["windows"], { authentication: "ntlm" })]],
  [/Basic takes users over SSTP alone/, [group(["windows"], { protocols: ["OpenVPN"] })], true],
  [/Basic takes users with certificates alone/, [group(["windows"], { authentication: "radius" })], true],
  [/linux has no client/, [group(["linux"])], true],
  [
    /takes one of certificates and RADIUS/,
    [
      group(["windows"], { authentication: "radius", protocols: ["IkeV2"] }),
      group(["linux"], { group: "ops", authentication: "certificate" }),
    ],
  ],
])("refuses with %s", (says, users, onlySstp = false) => {
  const result = chooseClientAccess(users, onlySstp);

  expect(result).toMatchObject({
    because: expect.stringMatching(says),
    waysOut: expect.arrayContaining([expect.any(String)]),
  });
});

it.each([
  [1, 27, "17 addresses: 1 and what a /28 could keep"],
  [16, 27, "32"],
  [17, 26, "33"],
  [100, 25, "116"],
  [240, 24, "256"],
  [250, 23, "266"],
])("plans for %i at once a /%i: %s", (maxConcurrent, length) => {
  expect(poolLength(maxConcurrent, { activeActive: true, isSplit: false })).toBe(length);
  expect(poolLength(maxConcurrent, { activeActive: true, isSplit: true })).toBe(length - 1);
});

const terms = { network: "hub", region: "westeurope", activeActive: true, isSplit: false };

it("asks for a pool of the users' name, and for none where they have their own", () => {
  const planned = planClientPools(
    [group([]), group([], { group: "ops", addressPool: ["172.16.0.0/24"] })],
    terms,
  );

  expect(planned).toMatchObject({
    addresses: [{ type: "clientPool", users: "staff", region: "westeurope", length: 25 }],
  });
});

it.each([
  [/smaller than the \/28/, ["172.16.0.0/29"]],
  [/has 64 addresses, and 100 are connected/, ["172.16.0.0/26"]],
])("refuses a pool of theirs: %s", (says, addressPool) => {
  expect(planClientPools([group([], { addressPool })], terms)).toMatchObject({
    because: expect.stringMatching(says),
  });
});

it("says so where a pool of theirs may be short", () => {
  const users = group([], { maxConcurrent: 60, addressPool: ["172.16.0.0/26"] });

  expect(planClientPools([users], terms)).toMatchObject({
    addresses: [],
    because: [{ text: expect.stringContaining("4 addresses more than users at once") }],
  });
});

it("cannot plan a pool where the region is not known", () => {
  expect(planClientPools([group([])], { ...terms, region: undefined })).toMatchObject({
    because: "The region of hub is not known, so no addresses can be planned for staff.",
  });
});

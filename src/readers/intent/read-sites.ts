import type { CircuitIntent, P2sUsersIntent, SiteIntent } from "../../model/intent.ts";
import { type Origin, originWithin } from "../../source/origin.ts";
import { checkCircuit } from "./check-circuit.ts";
import type { CircuitEntry, P2sUsersEntry, SiteEntry } from "./intent-file.ts";
import { readNat } from "./read-nat.ts";
import { readBandwidthMbps, readDays, readMilliseconds } from "./read-units.ts";
import { at, type Reading, readFigure, readRanges, report } from "./reading.ts";

export function readSite(reading: Reading, name: string, entry: SiteEntry): SiteIntent | undefined {
  const origin = at(reading, "sites", name);
  const found = reading.diagnostics.length;
  const within = (...keys: (string | number)[]) => originWithin(origin, ...keys);

  const roundTrip =
    entry.roundTrip === undefined
      ? undefined
      : readFigure(reading, readMilliseconds(entry.roundTrip), within("roundTrip"), `${name}.roundTrip`);
  const addressSpace = readRanges(reading, entry.addressSpace, within("addressSpace"), name);
  const site: SiteIntent = {
    name,
    ...(entry.description === undefined ? {} : { description: entry.description }),
    addressSpace,
    ...(entry.nat === undefined
      ? {}
      : { nat: readNat(reading, entry.nat, addressSpace, within("nat"), name) }),
    vpnDevices: entry.vpnDevices.map((device, index) => ({ ...device, origin: within("vpnDevices", index) })),
    ...(roundTrip ? { roundTripMs: roundTrip.value } : {}),
    circuits: entry.circuits.map((circuit, index) =>
      readCircuit(reading, name, circuit, within("circuits", index)),
    ),
    origin,
  };
  return reading.diagnostics.length > found ? undefined : site;
}

function readCircuit(reading: Reading, site: string, entry: CircuitEntry, origin: Origin): CircuitIntent {
  checkCircuit(reading, site, entry, origin);
  const { bandwidth, leadTime, ...rest } = entry;
  const mbps =
    bandwidth === undefined
      ? undefined
      : readFigure(reading, readBandwidthMbps(bandwidth), originWithin(origin, "bandwidth"), "bandwidth");
  const days =
    leadTime === undefined
      ? undefined
      : readFigure(reading, readDays(leadTime), originWithin(origin, "leadTime"), "leadTime");
  return {
    ...rest,
    ...(mbps ? { bandwidthMbps: mbps.value } : {}),
    ...(days ? { leadTimeDays: days.value } : {}),
    origin,
  };
}

export function readP2sUsers(
  reading: Reading,
  name: string,
  entry: P2sUsersEntry,
): P2sUsersIntent | undefined {
  const origin = at(reading, "p2sUsers", name);
  const found = reading.diagnostics.length;
  const maxConcurrent = entry.maxConcurrent ?? entry.count;
  if (maxConcurrent > entry.count) {
    report(
      reading,
      "intent/invalid-value",
      originWithin(origin, "maxConcurrent"),
      `${name} are ${entry.count} people, of whom ${maxConcurrent} would be connected at once.`,
      `Write ${entry.count} or less.`,
    );
  }
  const users: P2sUsersIntent = {
    name,
    ...(entry.description === undefined ? {} : { description: entry.description }),
    count: entry.count,
    maxConcurrent,
    os: entry.os === undefined ? [] : [entry.os].flat(),
    ...(entry.authentication === undefined ? {} : { authentication: entry.authentication }),
    addressPool: readRanges(reading, entry.addressPool, originWithin(origin, "addressPool"), name),
    localNetworks: readRanges(reading, entry.localNetworks, originWithin(origin, "localNetworks"), name),
    origin,
  };
  return reading.diagnostics.length > found ? undefined : users;
}

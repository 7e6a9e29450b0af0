import { formatBandwidth } from "../../model/bandwidth.ts";
import type { Segment, Trace, Way } from "../../model/trace.ts";
import { listNames } from "./list-names.ts";

/** What a person asks first of a flow that arrives: how fast, how soon, how safe. Labels and sentences. */
export function traceFacts({ there, back }: Trace): readonly (readonly [label: string, text: string])[] {
  const segments = [...there, ...back].flatMap(segmentsOf);
  return [
    ["Bandwidth", bandwidthText(there)],
    ["Round trip", roundTripText(there)],
    ["Encryption", encryptionText(segments)],
    ["Internet", internetText(segments)],
  ];
}

function segmentsOf({ hops }: Way): readonly Segment[] {
  return hops.flatMap(({ segment }) => segment ?? []);
}

function bandwidthText(there: readonly Way[]): string {
  const bounds = there.map(boundOf);
  const known = bounds.filter((bound) => bound !== undefined);
  if (known.length === 0) {
    const isFree = there.flatMap(segmentsOf).every(({ medium }) => UNBOUNDED.has(medium));
    return isFree ? "bounded by the machines at both ends alone" : "no bound is known";
  }
  const least = formatBandwidth(Math.min(...known));
  const most = formatBandwidth(Math.max(...known));
  const rest = known.length < bounds.length ? ", and of some ways not known" : "";
  return `at most ${least === most ? least : `${least} to ${most}, by the way it takes`}${rest}`;
}

/** The least of a way, where all that have a bound say it. */
function boundOf(way: Way): number | undefined {
  const bounded = segmentsOf(way).filter(({ medium }) => !UNBOUNDED.has(medium));
  const known = bounded.flatMap(({ bandwidthMbps }) => bandwidthMbps ?? []);
  return known.length > 0 && known.length === bounded.length ? Math.min(...known) : undefined;
}

/** Azure sells no bandwidth of these. */
const UNBOUNDED: ReadonlySet<Segment["medium"]> = new Set(["network", "backbone"]);

function roundTripText(there: readonly Way[]): string {
  const known = there.flatMap(({ roundTripMs }) => roundTripMs ?? []);
  if (known.length > 0) {
    const [least, most] = [Math.round(Math.min(...known)), Math.round(Math.max(...known))];
    return least === most ? `${least} ms` : `${least} to ${most} ms, by the way it takes`;
  }
  const segments = there.flatMap(segmentsOf).filter(({ roundTripMs }) => roundTripMs === undefined);
  const wires = segments.filter(({ medium }) => isWire(medium));
  const without = wires.length > 0 ? wires : segments;
  return without.length === 0 ? "not known" : `not known: there is no figure for ${namesOf(without)}`;
}

function encryptionText(segments: readonly Segment[]): string {
  const wires = segments.filter(({ medium }) => isWire(medium));
  if (wires.length === 0) return "none, and it does not leave its network";

  const plain = wires.filter((one) => one.encryptedBy === undefined);
  const by = [...new Set(wires.flatMap(({ encryptedBy }) => encryptedBy ?? []))];
  if (plain.length === 0) return `by ${listNames(by)}, all the way between networks`;
  return by.length === 0
    ? `none: in the clear on ${namesOf(plain)}`
    : `by ${listNames(by)} on a part; in the clear on ${namesOf(plain)}`;
}

function internetText(segments: readonly Segment[]): string {
  const crossing = segments.filter(({ crossesInternet }) => crossesInternet);
  if (crossing.length === 0) return "not crossed";
  return `crossed on ${namesOf(crossing)}`;
}

/** Of `hub-to-amsterdam, instance 0` what it is an instance of: the others say no more. */
function namesOf(segments: readonly Segment[]): string {
  return listNames([...new Set(segments.map(({ name }) => name.replace(/, .*$/, "")))]);
}

/** Within a network, nothing is between. */
function isWire(medium: Segment["medium"]): boolean {
  return medium !== "network";
}

import { formatBandwidth } from "../model/bandwidth.ts";
import type { Expectation } from "../model/expectation.ts";
import type { Segment, Trace, Way } from "../model/trace.ts";
import type { Failure } from "./proof.ts";

/** What is wrong with a way that arrives: in the clear, over the internet, or too narrow. */
export function wrongWay(
  trace: Trace,
  expectation: Expectation,
): Pick<Failure, "what" | "because"> | undefined {
  const { encrypted, internet, atLeastMbps } = expectation;
  const segments = [...trace.there, ...trace.back].flatMap(segmentsOf);
  const crossing = segments.find(({ crossesInternet }) => crossesInternet);
  if (internet && crossing) return { what: "internet", because: `${crossing.name} crosses the internet` };

  const isInClear = ({ medium, encryptedBy, crossesInternet }: Segment) =>
    encryptedBy === undefined &&
    medium !== "network" &&
    (encrypted?.value === "betweenNetworks" || crossesInternet);
  const clear = encrypted && segments.find(isInClear);
  if (clear) return { what: "encryption", because: `${clear.name} is not encrypted` };

  const bound = boundOf(trace.there);
  if (!atLeastMbps || bound === undefined || bound >= atLeastMbps.value) return undefined;
  return { what: "bandwidth", because: `its ways carry at most ${formatBandwidth(bound)}` };
}

function segmentsOf({ hops }: Way): readonly Segment[] {
  return hops.flatMap(({ segment }) => segment ?? []);
}

/** Of all equal ways together; unknown where one of them is. */
function boundOf(ways: readonly Way[]): number | undefined {
  const bounds = ways.flatMap(({ bandwidthMbps }) => bandwidthMbps ?? []);
  return bounds.length === ways.length ? bounds.reduce((sum, one) => sum + one, 0) : undefined;
}

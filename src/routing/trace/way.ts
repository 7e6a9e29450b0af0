import type { Segment, Way } from "../../model/trace.ts";
import { type End, hopOf } from "./journey.ts";

export function wayOf({ journey, outcome, because }: End): Way {
  const hops = [...journey.hops, hopOf(journey, journey.leavesBy)];
  const figures: Segment[] = [];
  for (const { segment } of hops) if (segment && segment.medium !== "network") figures.push(segment);
  const way = { hops, outcome, because };
  if (figures.length === 0 && journey.denied.length === 0) return way;

  const bandwidthMbps = least(figures);
  const roundTripMs = total(figures);
  return {
    ...way,
    ...(bandwidthMbps === undefined ? {} : { bandwidthMbps }),
    ...(roundTripMs === undefined ? {} : { roundTripMs }),
    ...(journey.denied.length === 0 ? {} : { denied: journey.denied }),
  };
}

function least(segments: readonly Segment[]): number | undefined {
  const figures = segments.flatMap(({ bandwidthMbps }) => bandwidthMbps ?? []);
  return figures.length > 0 && figures.length === segments.length ? Math.min(...figures) : undefined;
}

function total(segments: readonly Segment[]): number | undefined {
  const figures = segments.flatMap(({ roundTripMs }) => roundTripMs ?? []);
  return figures.length > 0 && figures.length === segments.length
    ? figures.reduce((sum, figure) => sum + figure, 0)
    : undefined;
}

/** A stretch of the map, and the numbers of the lines that run over it. */
export interface Wire {
  readonly part: string;
  readonly lines: readonly number[];
  readonly path: string;
}

/** The paths of one line: drawn by itself, or its way down a trunk, along the bus, and to its card. */
export function traceLine(line: number, wires: readonly Wire[]): readonly string[] {
  const own = wires.filter(({ lines }) => lines.includes(line));
  const [trunk, drop] = ["trunk", "drop"].map((part) =>
    pointsOf(own.find((wire) => wire.part === part)?.path),
  );
  return [
    ...own.filter(({ part }) => part === "line").map(({ path }) => path),
    ...(trunk && drop ? [alongBus(trunk, drop)] : []),
  ];
}

type Point = readonly [number, number];

function alongBus(trunk: readonly Point[], drop: readonly Point[]): string {
  const row = drop[0]?.[1] ?? 0;
  const last = trunk.at(-1)?.[0] ?? 0;
  const before = trunk.slice(0, -1);
  // Of a trunk that turns at the very row where the drop is, the last point is part of the way.
  const points: readonly Point[] = [...before, [last, row], ...drop];
  return `M${points.map(([x, y]) => `${x} ${y}`).join("L")}`;
}

function pointsOf(path: string | undefined): readonly Point[] | undefined {
  return path?.match(/-?[\d.]+ -?[\d.]+/g)?.map((pair): Point => {
    const [x = 0, y = 0] = pair.split(" ").map(Number);
    return [x, y];
  });
}

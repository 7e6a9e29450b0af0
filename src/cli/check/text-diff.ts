const CONTEXT = 3;
/** So many lines in a row have to be the same before two texts are taken to go on alike. */
const ALIKE = 3;

interface Change {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** A unified diff, for texts that differ in few places. */
export function textDiff(path: string, before: string, after: string): string {
  const old = linesOf(before);
  const now = linesOf(after);
  const hunks = groups(changesBetween(old, now)).map((group) => hunkOf(group, old, now));
  return hunks.length === 0 ? "" : [`--- ${path}`, `+++ ${path}`, ...hunks.flat(), ""].join("\n");
}

function linesOf(text: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function changesBetween(old: readonly string[], now: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let from = 0;
  let newFrom = 0;
  while (from < old.length || newFrom < now.length) {
    if (old[from] === now[newFrom]) {
      from++;
      newFrom++;
      continue;
    }
    const [removed, added] = untilAlike(old, now, from, newFrom);
    changes.push(...split(old, now, { from, to: from + removed, newFrom, newTo: newFrom + added }));
    from += removed;
    newFrom += added;
  }
  return changes;
}

/** Lines that were replaced one by one may have others between them that were not. */
function split(old: readonly string[], now: readonly string[], change: Change): readonly Change[] {
  const { from, to, newFrom, newTo } = change;
  if (to - from !== newTo - newFrom) return [change];

  const changes: Change[] = [];
  for (let line = 0; line < to - from; line++) {
    if (old[from + line] === now[newFrom + line]) continue;
    const last = changes.at(-1);
    const isNext = last?.to === from + line;
    const start = isNext && last ? changes.pop() : undefined;
    changes.push({
      from: start?.from ?? from + line,
      to: from + line + 1,
      newFrom: start?.newFrom ?? newFrom + line,
      newTo: newFrom + line + 1,
    });
  }
  return changes;
}

/** The fewest lines that lie between here and where both go on alike. */
function untilAlike(
  old: readonly string[],
  now: readonly string[],
  from: number,
  newFrom: number,
): readonly [removed: number, added: number] {
  const most = old.length - from + now.length - newFrom;
  for (let distance = 1; distance <= most; distance++) {
    for (let removed = 0; removed <= distance; removed++) {
      const added = distance - removed;
      if (isAlike(old, now, from + removed, newFrom + added)) return [removed, added];
    }
  }
  return [old.length - from, now.length - newFrom];
}

function isAlike(old: readonly string[], now: readonly string[], from: number, newFrom: number): boolean {
  if (from > old.length || newFrom > now.length) return false;
  for (let line = 0; line < ALIKE; line++) {
    if (old[from + line] !== now[newFrom + line]) return false;
  }
  return true;
}

/** Changes whose surroundings meet are one hunk. */
function groups(changes: readonly Change[]): readonly (readonly Change[])[] {
  const found: Change[][] = [];
  for (const change of changes) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last && before && change.from - before.to <= 2 * CONTEXT) last.push(change);
    else found.push([change]);
  }
  return found;
}

function hunkOf(group: readonly Change[], old: readonly string[], now: readonly string[]): readonly string[] {
  const first = group[0];
  const last = group.at(-1);
  if (!first || !last) return [];

  const start = Math.max(first.from - CONTEXT, 0);
  const end = Math.min(last.to + CONTEXT, old.length);
  const newStart = start + first.newFrom - first.from;
  const newEnd = end + last.newTo - last.to;
  const lines: string[] = [`@@ ${rangeOf(start, end)} ${rangeOf(newStart, newEnd, "+")} @@`];
  let at = start;
  for (const { from, to, newFrom, newTo } of group) {
    lines.push(...old.slice(at, from).map((line) => ` ${line}`));
    lines.push(...old.slice(from, to).map((line) => `-${line}`));
    lines.push(...now.slice(newFrom, newTo).map((line) => `+${line}`));
    at = to;
  }
  return [...lines, ...old.slice(at, end).map((line) => ` ${line}`)];
}

/** Of no line at all, the one before it is named. */
function rangeOf(start: number, end: number, sign = "-"): string {
  return `${sign}${start === end ? start : start + 1},${end - start}`;
}

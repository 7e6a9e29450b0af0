/**
 * A pattern over AS paths as one of BIRD's masks, which know numbers and gaps between them: `^65001$`, `_12076_`,
 * `^65515 12076_`. `undefined` for all that says more.
 */
export function asPathMask(pattern: string): string | undefined {
  if (pattern === "^$") return "bgp_path.len = 0";

  const [, start, numbers = "", end] = /^(\^|_)(\d+(?:[ _]\d+)*)(\$|_)$/.exec(pattern) ?? [];
  if (start === undefined) return undefined;

  const before = start === "^" ? [] : ["*"];
  const after = end === "$" ? [] : ["*"];
  return `bgp_path ~ [= ${[...before, ...numbers.split(/[ _]/), ...after].join(" ")} =]`;
}

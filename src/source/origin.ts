import type { Path } from "./path.ts";

/** Where a value came from. `through` leads on to what caused it: a copy, a nested deployment, the intent. */
export interface Origin {
  readonly file: string;
  readonly path: Path;
  readonly through?: Origin;
}

/** Every value that comes from a file keeps where, so that a later stage can still point at the line. */
export interface FromFile {
  readonly origin: Origin;
}

/** The origin of a value inside the value at `origin`. */
export function originWithin(origin: Origin, ...keys: Path): Origin {
  return { ...origin, path: [...origin.path, ...keys] };
}

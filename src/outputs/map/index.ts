import type { Output } from "../output.ts";
import { type Subject, subjectOfDesign } from "../subject.ts";
import { composePicture, drawMap } from "./draw-map.ts";
import { writeMermaid } from "./mermaid.ts";

/** The estate as a picture: one for people's eyes, one that Markdown pages draw themselves. */
export const mapOutput: Output = {
  name: "map",
  write: (design) => writeMap(subjectOfDesign(design)),
};

/** `map.svg` and `map.mmd`. */
export function writeMap({ name, estate, connections, namedHubs }: Subject): ReadonlyMap<string, string> {
  const picture = composePicture(estate, connections, namedHubs);
  return new Map([
    ["map.svg", drawMap(picture, name, "alone").markup],
    ["map.mmd", writeMermaid(picture)],
  ]);
}

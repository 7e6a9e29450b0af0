import type { Output } from "../output.ts";
import { composePicture, drawMap } from "./draw-map.ts";
import { writeMermaid } from "./mermaid.ts";
import { namedHubs } from "./named-hubs.ts";

/** The estate as a picture: one for people's eyes, one that Markdown pages draw themselves. */
export const mapOutput: Output = {
  name: "map",
  write(design) {
    const picture = composePicture(design.estate, design.connections, namedHubs(design));
    return new Map([
      ["map.svg", drawMap(picture, design.intent.name, "alone").markup],
      ["map.mmd", writeMermaid(picture)],
    ]);
  },
};

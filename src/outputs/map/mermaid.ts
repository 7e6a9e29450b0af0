import { areaTitle } from "./area-title.ts";
import { groupBy } from "./group-by.ts";
import { labelOf, propertiesOf } from "./line-title.ts";
import type { Card, Line, LineStyle, Picture } from "./picture.ts";

/** The same picture for Mermaid, which lays it out itself. Ids are made up, so that no name can be syntax. */
export function writeMermaid(picture: Picture): string {
  const ids = new Map(picture.cards.map((card, index) => [card.key, `n${index + 1}`]));
  const idOf = (key: string) => ids.get(key) ?? "n0";
  const areas = [...groupBy(picture.cards, ({ area }) => area)];
  return [
    "flowchart TB",
    ...areas.flatMap(([area, cards], index) => {
      const count = cards.reduce((sum, card) => sum + (card.type === "mesh" ? 0 : card.count), 0);
      return [
        `  subgraph r${index + 1}["${escapeLabel(areaTitle(area, count).name)}"]`,
        ...cards.map((card) => `    ${writeCard(card, idOf(card.key))}`),
        "  end",
      ];
    }),
    ...picture.lines.map((line) => `  ${writeLine(line, idOf)}`),
    "  classDef existing stroke-dasharray: 5 3",
    "  classDef absent stroke-dasharray: 2 3",
    "",
  ].join("\n");
}

const SHAPES: Readonly<Record<Card["type"], readonly [string, string]>> = {
  virtualNetwork: ["[", "]"],
  site: ["[[", "]]"],
  p2sUsers: ["([", "])"],
  absent: ["[", "]"],
  mesh: ["((", "))"],
};

function writeCard({ type, name, details, existing }: Card, id: string): string {
  const [open, close] = SHAPES[type];
  const label = [name, ...details].map(escapeLabel).join("<br/>");
  const className = existing ? ":::existing" : type === "absent" ? ":::absent" : "";
  return `${id}${open}"${label}"${close}${className}`;
}

function writeLine(line: Line, idOf: (key: string) => string): string {
  const label = escapeLabel(`${labelOf(line)}${propertiesOf(line.style)}`);
  return `${idOf(line.ends[0])} ${stroke(line.style)}|"${label}"| ${idOf(line.ends[1])}`;
}

function stroke({ state, encrypted }: LineStyle): string {
  if (state === "up") return encrypted ? "===" : "---";
  return state === "down" ? "x-.-x" : "-.-";
}

/** Mermaid's entities, `#34;`, for all but what can neither end a label nor be read as Markdown. */
function escapeLabel(text: string): string {
  return text.replace(
    /[^A-Za-z0-9 .,/:()-]|^-|\.(?= )/gu,
    (character) => `#${character.codePointAt(0) ?? 32};`,
  );
}

import { countOf, formatCount } from "./format-count.ts";
import { propertiesOf } from "./line-title.ts";
import { oneLine } from "./one-line.ts";
import { OUTSIDE_AZURE, type Picture, UNKNOWN_REGION } from "./picture.ts";

/** The picture in a sentence. */
export function describePicture(picture: Picture): string {
  const looks = picture.tally.map(({ style, count }) => {
    const state = style.state === "up" ? "" : `, ${style.state}`;
    return `${formatCount(count)} ${oneLine(style.label)}${propertiesOf(style)}${state}`;
  });
  return `${summarisePicture(picture)}${looks.length > 0 ? `: ${looks.join("; ")}` : ""}`;
}

/** Without what the legend says. */
export function summarisePicture({ cards, tally }: Picture): string {
  const total = (type: string) => cards.reduce((sum, card) => sum + (card.type === type ? card.count : 0), 0);
  const regions = new Set(
    cards.map(({ area }) => area).filter((area) => area !== OUTSIDE_AZURE && area !== UNKNOWN_REGION),
  );
  const connections = tally.reduce((sum, { count }) => sum + count, 0);
  const [sites, users] = [total("site"), total("p2sUsers")];
  return [
    `${countOf(total("virtualNetwork"), "virtual network")} in ${countOf(regions.size, "region")}`,
    ...(sites > 0 ? [countOf(sites, "site")] : []),
    ...(users > 0 ? [countOf(users, "group of users", "groups of users")] : []),
    countOf(connections, "connection"),
  ].join(", ");
}

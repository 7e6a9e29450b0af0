import { buildRouteMap, type RouteMap } from "@stricli/core";
import type { Context } from "../command-context.ts";
import { helpPage } from "../help-page.ts";
import { pricesRefresh } from "./prices-refresh.ts";

const commands = { refresh: pricesRefresh };

export const prices: RouteMap<Context> = {
  ...buildRouteMap<keyof typeof commands, Context>({
    routes: commands,
    docs: { brief: "Write a file of today's list prices" },
  }),
  formatHelp: ({ prefix }) =>
    helpPage(
      [`${prefix.join(" ")} COMMAND`, "Files of prices, for --prices of design and price."],
      [
        { title: "Commands", rows: Object.entries(commands).map(([name, { brief }]) => [name, brief]) },
        { title: "Flags", rows: [["-h, --help", "Show this, or what a command takes"]] },
      ],
    ),
};

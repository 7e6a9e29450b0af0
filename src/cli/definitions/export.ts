import { buildRouteMap, type RouteMap } from "@stricli/core";
import type { Context } from "../command-context.ts";
import { helpPage } from "../help-page.ts";
import { exportC9s } from "./export-c9s.ts";
import { exportContainerlab } from "./export-containerlab.ts";
import { exportDeviceConfig } from "./export-device-config.ts";
import { exportMap } from "./export-map.ts";
import { exportReport } from "./export-report.ts";
import { exportVpnClient } from "./export-vpn-client.ts";

const commands = {
  report: exportReport,
  map: exportMap,
  "device-config": exportDeviceConfig,
  "vpn-client": exportVpnClient,
  containerlab: exportContainerlab,
  c9s: exportC9s,
};

export const exportTo: RouteMap<Context> = {
  ...buildRouteMap<keyof typeof commands, Context>({
    routes: commands,
    docs: {
      brief: "Write a report or a map of any network, the other end of a VPN, or the lab for elsewhere",
    },
  }),
  formatHelp: ({ prefix }) =>
    helpPage(
      [
        `${prefix.join(" ")} COMMAND`,
        "Writes a network as a page or a picture, configuration for what stands outside Azure and connects to it, or the lab for another machine. Keys are never in it: where one belongs, the file says which and where to get it.",
      ],
      [
        { title: "Commands", rows: Object.entries(commands).map(([name, { brief }]) => [name, brief]) },
        { title: "Flags", rows: [["-h, --help", "Show this, or what a command takes"]] },
      ],
    ),
};

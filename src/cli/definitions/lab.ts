import { buildRouteMap, type RouteMap } from "@stricli/core";
import type { Context } from "../command-context.ts";
import { helpPage } from "../help-page.ts";
import { labCapture } from "./lab-capture.ts";
import { labDoctor } from "./lab-doctor.ts";
import { labDown } from "./lab-down.ts";
import { labExec } from "./lab-exec.ts";
import { labFail } from "./lab-fail.ts";
import { labHeal } from "./lab-heal.ts";
import { labList } from "./lab-list.ts";
import { labLogs } from "./lab-logs.ts";
import { labShell } from "./lab-shell.ts";
import { labStatus } from "./lab-status.ts";
import { labTest } from "./lab-test.ts";
import { labUp } from "./lab-up.ts";

/** In the order in which one takes them up. */
const commands = {
  up: labUp,
  down: labDown,
  list: labList,
  status: labStatus,
  exec: labExec,
  shell: labShell,
  test: labTest,
  fail: labFail,
  heal: labHeal,
  capture: labCapture,
  logs: labLogs,
  doctor: labDoctor,
};

export const lab: RouteMap<Context> = {
  ...buildRouteMap<keyof typeof commands, Context>({
    routes: commands,
    docs: { brief: "Run networks on this machine, with real tunnels and BGP" },
  }),
  formatHelp: ({ prefix }) =>
    helpPage(
      [
        `${prefix.join(" ")} COMMAND`,
        "Runs what a file describes in network namespaces of this machine, without root's rights: hosts, gateways, sites and circuits, real IPsec and real BGP.",
      ],
      [
        { title: "Commands", rows: Object.entries(commands).map(([name, { brief }]) => [name, brief]) },
        { title: "Flags", rows: [["-h, --help", "Show this, or what a command takes"]] },
      ],
    ),
};

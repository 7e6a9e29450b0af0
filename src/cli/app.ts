import { buildApplication, buildRouteMap, type RouteMap } from "@stricli/core";
import type { Context } from "./command-context.ts";
import { addresses } from "./definitions/addresses.ts";
import { check } from "./definitions/check.ts";
import { completion } from "./definitions/completion.ts";
import { design } from "./definitions/design.ts";
import { diff } from "./definitions/diff.ts";
import { explain } from "./definitions/explain.ts";
import { exportTo } from "./definitions/export.ts";
import { init } from "./definitions/init.ts";
import { lab } from "./definitions/lab.ts";
import { price } from "./definitions/price.ts";
import { prices } from "./definitions/prices.ts";
import { reach } from "./definitions/reach.ts";
import { routes } from "./definitions/routes.ts";
import { schema } from "./definitions/schema.ts";
import { survive } from "./definitions/survive.ts";
import { trace } from "./definitions/trace.ts";
import { exitCode } from "./exit-code.ts";
import { helpPage } from "./help-page.ts";
import { Interrupted } from "./interrupted.ts";
import { usageText } from "./usage-text.ts";
import { UserError } from "./user-error.ts";

/** In the order in which a newcomer needs them. */
const commands = {
  init,
  design,
  check,
  explain,
  addresses,
  routes,
  trace,
  reach,
  survive,
  diff,
  lab,
  export: exportTo,
  price,
  prices,
  schema,
  completion,
};

const commandMap: RouteMap<Context> = {
  ...buildRouteMap<keyof typeof commands, Context>({ routes: commands, docs: { brief: "Isthmus" } }),
  formatHelp: () =>
    helpPage(
      ["Isthmus designs, checks, predicts, runs and prices Azure networks from one file."],
      [
        {
          title: "Start",
          rows: [
            ["isthmus init", "write network.yaml, an example to change to what you need"],
            ["isthmus design", "decide, address, check and price it, and write it to out/"],
          ],
        },
        { title: "Commands", rows: Object.entries(commands).map(([name, { brief }]) => [name, brief]) },
        {
          title: "Flags",
          rows: [
            ["-h, --help", "Show this, or what a command takes"],
            ["-v, --version", "Show the version"],
          ],
        },
        {
          title: "Exit codes",
          rows: [
            ["0", "fine"],
            [
              "1",
              "findings of severity error, no design, a lock that would change, a flow that does not arrive, an expectation that is unmet, routes that differ, a lab that differs, or a machine that lacks something for labs",
            ],
            ["2", "wrong usage, or a file that cannot be read or written"],
            ["70", "a mistake in Isthmus"],
          ],
        },
      ],
    ),
};

export const application = buildApplication(commandMap, {
  name: "isthmus",
  scanner: { caseStyle: "allow-kebab-for-camel", allowArgumentEscapeSequence: true },
  documentation: { caseStyle: "convert-camel-to-kebab", disableAnsiColor: true },
  localization: { text: usageText },
  determineExitCode: (error) => {
    if (error instanceof Interrupted) return error.exitCode;
    return error instanceof UserError ? exitCode.usage : exitCode.bug;
  },
});

import { parseClusterName } from "../lab/parse-lab-name.ts";
import { exportFlags } from "./export-parameters.ts";
import { readAs } from "./parameters.ts";

/** What the exports of labs take beside an image. */
export const exportLabFlags = {
  name: {
    kind: "parsed",
    parse: parseClusterName,
    optional: true,
    placeholder: "NAME",
    brief: "What the lab is called; as its file or folder where absent",
  },
  timers: {
    kind: "enum",
    values: ["azure", "fast"],
    default: "azure",
    brief: "How long routers wait for each other: as in Azure, or a twentieth of it",
  },
  ...exportFlags,
  ...readAs,
} as const;

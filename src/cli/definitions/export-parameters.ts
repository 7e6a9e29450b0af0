import { parseText } from "../flags.ts";
import { onOff } from "./parameters.ts";

const exportOut = {
  kind: "parsed",
  parse: parseText,
  optional: true,
  placeholder: "DIR",
  brief: "Where to write; out/export/ beside the input where absent",
} as const;

export const exportFlags = {
  out: exportOut,
  force: onOff("Write over files that were edited by hand"),
} as const;

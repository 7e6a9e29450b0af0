import { parseText } from "../flags.ts";

export const exportOut = {
  kind: "parsed",
  parse: parseText,
  optional: true,
  placeholder: "DIR",
  brief: "Where to write; out/export/ beside the input where absent",
} as const;

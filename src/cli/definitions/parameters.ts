import { INPUT_FORMATS } from "../../readers/input-format.ts";
import { DEFAULT_INPUT } from "../default-input.ts";
import { parsePort, parseRegion, parseText } from "../flags.ts";

/** What more than one command takes. */

export const input = {
  brief: `The intent file, or - for stdin; ${DEFAULT_INPUT} where absent`,
  parse: parseText,
  placeholder: "INPUT",
  optional: true,
} as const;

export const prices = {
  kind: "parsed",
  parse: parseText,
  optional: true,
  placeholder: "FILE",
  brief: "Count by the rates of this file instead of the shipped ones",
} as const;

export const formatTextOrJson = {
  kind: "enum",
  values: ["text", "json"],
  default: "text",
  brief: "For people or for programs",
} as const;

export function onOff(brief: string) {
  return { kind: "boolean", default: false, withNegated: false, brief } as const;
}

export const estateInput = {
  ...input,
  brief: input.brief.replace("The intent file", "An intent, or a file or folder of an estate"),
} as const;

const parameters = {
  kind: "parsed",
  parse: parseText,
  variadic: true,
  optional: true,
  placeholder: "VALUE",
  brief: "For an ARM template: name=value, or a parameter file; again for more",
} as const;

const from = {
  kind: "enum",
  values: INPUT_FORMATS,
  optional: true,
  placeholder: "FORMAT",
  brief: "What the input is, where its own keys are not to be asked",
} as const;

const location = {
  kind: "parsed",
  parse: parseRegion,
  optional: true,
  placeholder: "REGION",
  brief: "For an ARM template: the region of its resource group",
} as const;

/** What a file is, and what it does not say of itself. */
export const readAs = { parameters, location, from } as const;

export const config = {
  kind: "parsed",
  parse: parseText,
  optional: true,
  placeholder: "FILE",
  brief: "Take this config, not the isthmus.config.yaml above the input",
} as const;

export const down = {
  kind: "parsed",
  parse: parseText,
  variadic: true,
  optional: true,
  placeholder: "ID",
  proposeCompletions: async () => (await import("../propose-places.ts")).proposePlaces(),
  brief: "What is down: a gateway, a link, a session, a site, region/…; again for more",
} as const;

export const port = {
  kind: "parsed",
  parse: parsePort,
  optional: true,
  placeholder: "N",
  brief: "The destination's port; any where absent",
} as const;

export const protocol = {
  kind: "enum",
  values: ["tcp", "udp", "icmp"],
  optional: true,
  brief: "tcp with a port, and any without, where absent",
} as const;

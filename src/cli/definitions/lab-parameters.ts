import { parseText } from "../flags.ts";

/** What several commands of labs take. */

const proposeLabs = async () => (await import("../lab/propose.ts")).proposeLabs();
const proposeLabPlaces = async () => (await import("../lab/propose.ts")).proposeLabPlaces();

export const labName = {
  brief: "The lab; the only one that runs where absent",
  parse: parseText,
  placeholder: "NAME",
  optional: true,
  proposeCompletions: proposeLabs,
} as const;

export const whichLab = {
  kind: "parsed",
  parse: parseText,
  optional: true,
  placeholder: "NAME",
  proposeCompletions: proposeLabs,
  brief: "The lab; the only one that runs where absent",
} as const;

export const labHost = {
  brief: "A host or a router, by the end of its name: orders/web, hub-vpn#0, amsterdam",
  parse: parseText,
  placeholder: "HOST",
  proposeCompletions: proposeLabPlaces,
} as const;

/** What Isthmus reads, as `--from` names it. */
export const INPUT_FORMATS = [
  "intent",
  "estate",
  "design",
  "arm-template",
  "azure-export",
  "terraform-plan",
] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

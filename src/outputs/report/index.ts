import type { Output } from "../output.ts";
import { subjectOfDesign } from "../subject.ts";
import { writeReport } from "./write-report.ts";

/** The design on one page that needs nothing but a browser: to be read, sent around and printed. */
export const reportOutput: Output = {
  name: "report",
  write: (design) => new Map([["report.html", writeReport(subjectOfDesign(design)).markup]]),
};

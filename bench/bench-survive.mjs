// Every single failure of a legal estate, in one run. Processor time, of all threads.
import { readEstate } from "../dist/readers/estate/read-estate.js";
import { readDocument } from "../dist/source/read-document.js";
import { survive } from "../dist/survive.js";
import { generateEstate } from "./generate-estate.mjs";
import { milliseconds, printTable } from "./print-table.mjs";

const size = Number(process.env.SURVIVE ?? 1000);
const { estate } = readEstate(readDocument("bench.estate.json", JSON.stringify(generateEstate(size))));
const start = process.cpuUsage();
const survival = survive(estate);
const { user, system } = process.cpuUsage(start);
printTable(
  `What each failure takes along, of ${size.toLocaleString("en")} networks`,
  ["", ""],
  [
    ["processor time", milliseconds((user + system) / 1000)],
    [
      "elements that fail",
      survival.failures.reduce((sum, { like }) => sum + 1 + like.length, 0).toLocaleString("en"),
    ],
    ["situations predicted", survival.failures.length.toLocaleString("en")],
    ["pairs", survival.pairs.toLocaleString("en")],
    ["peak memory", `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`],
  ],
);

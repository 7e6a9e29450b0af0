import type { Rate } from "../rate.ts";
import { INFRACOST, rateRows, SNAPSHOT, TABLE } from "./rate-rows.ts";

const PAGE = "https://azure.microsoft.com/pricing/details/bandwidth/";
const SERVICE = "Bandwidth";
const microsoft = rateRows(SERVICE, "Rtn Preference: MGN", PAGE);
const internet = rateRows(SERVICE, "Bandwidth - Routing Preference: Internet", PAGE);

/** The sources say 10 TB, and not whether that is 10,000 GB or 10,240; nor whether the free ones are among them. */
const TB = 1000;
const FREE = "The first 100 GB a month are free, by a third party's table.";
const AUSTRALIA = `${INFRACOST} ${FREE} What more than 150 TB cost was not read.`;
const EAST_US_2 = `${TABLE} ${FREE} Only the rate of 5 to 10 TB was read.`;
const OUT = "Standard Data Transfer Out";
const READ = "2026-09-11";

/** Data that leaves Azure for the internet: by Microsoft's network, which is what is meant where nobody chose. */
export const bandwidthRates: readonly Rate[] = [
  microsoft("GB", OUT, "eastus2", 0, "2026-03", EAST_US_2, [
    { from: 100 },
    { from: 5 * TB, amount: 0.087 },
    { from: 10 * TB },
  ]),
  microsoft("GB", OUT, "australiaeast", 0, "2024-07-01", AUSTRALIA, [
    { from: 100, amount: 0.12 },
    { from: 10 * TB, amount: 0.085 },
    { from: 50 * TB, amount: 0.082 },
    { from: 150 * TB },
  ]),
  microsoft("GB", OUT, "brazilsouth", 0, READ, `${SNAPSHOT} ${FREE} Later tiers were not read.`, [
    { from: 100, amount: 0.181 },
    { from: 10 * TB },
  ]),
  internet("GB", OUT, "brazilsouth", 0, READ, `${SNAPSHOT} ${FREE} Later tiers were not read.`, [
    { from: 100, amount: 0.12 },
    { from: 10 * TB },
  ]),
  microsoft("GB", "Standard Inter-Region Data Transfer", "brazilsouth", 0.16, READ, SNAPSHOT),
];

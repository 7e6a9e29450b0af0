import type { Rule } from "../../../model/rule.ts";

/** What can be wrong with a peering. A new rule is a file and a page beside these, and one line here. */
export const rules: readonly Rule[] = [];

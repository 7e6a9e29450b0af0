import type { Rule } from "../model/rule.ts";

/** Rules that belong to no kind. A new rule is a file and a page in the folder of its noun, and one line here. */
export const rules: readonly Rule[] = [];

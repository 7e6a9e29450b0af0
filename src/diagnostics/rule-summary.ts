/** What a report says about a rule. */
export interface RuleSummary {
  readonly id: string;
  readonly summary: string;
  /** A page that explains it. */
  readonly source?: string;
}

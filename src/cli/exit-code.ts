/** What a run of a command ends with. */
export const exitCode = {
  fine: 0,
  /** Findings of severity error, no design, or a lock that would change. */
  findings: 1,
  /** Wrong usage, or a file that cannot be read or written. */
  usage: 2,
  /** A mistake of ours. */
  bug: 70,
} as const;

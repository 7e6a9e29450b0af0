/** What a run of a command ends with. */
export const exitCode = {
  fine: 0,
  /** Findings of severity error, no design, a lock that would change, a flow that does not arrive, or routes that differ. */
  findings: 1,
  /** Wrong usage, or a file that cannot be read or written. */
  usage: 2,
  /** A mistake of ours. */
  bug: 70,
} as const;

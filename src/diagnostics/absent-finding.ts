/** What a baseline has and nobody finds any more. */
export interface AbsentFinding {
  readonly rule: string;
  readonly file: string;
  readonly fingerprint: string;
  /** How many there are fewer. */
  readonly count: number;
}

export function countAbsent(absent: readonly AbsentFinding[]): number {
  return absent.reduce((sum, { count }) => sum + count, 0);
}

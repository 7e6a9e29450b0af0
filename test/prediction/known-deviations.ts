/** Where a design does not do what it was asked for, and why. A line that is no longer true has to go. */
export const knownDeviations: Readonly<Record<string, readonly string[]>> = {};

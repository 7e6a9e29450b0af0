/** Both together, in ascending order. */
export function including(members: readonly number[], more: readonly number[]): number[] {
  return [...new Set([...members, ...more])].sort((a, b) => a - b);
}

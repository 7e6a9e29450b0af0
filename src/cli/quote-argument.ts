/** An argument as a person would type it: in quotes only where a shell would take it apart. */
export function quoteArgument(text: string): string {
  return /^[\p{L}\p{N}_./:@%+,#-]+$/u.test(text) && !text.startsWith("#")
    ? text
    : `'${text.replaceAll("'", "'\\''")}'`;
}

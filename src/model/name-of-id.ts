/** The last part of an id: what people call the resource. */
export function nameOfId(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** A file name as a URI reference: relative names stay relative, absolute ones become `file:`. */
export function artifactUri(file: string): string {
  const name = file.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  const drive = /^[a-z]:(?=\/)/i.exec(name)?.[0];
  if (drive) return `file:///${drive}${encodeSegments(name.slice(drive.length))}`;
  return name.startsWith("/") ? `file://${encodeSegments(name)}` : encodeSegments(name);
}

/** Half of a surrogate pair cannot be encoded. */
function encodeSegments(name: string): string {
  return name
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

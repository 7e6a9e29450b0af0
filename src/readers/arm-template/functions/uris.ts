/** The path `relative` seen from `base`: the part behind the last slash is replaced, and `..` leads up. */
export function joinUri(base: string, relative: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(relative)) return relative;
  const [, origin = "", path = ""] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^?#]*)/i.exec(base) ?? [];
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/") + 1) : "/";
  const [, target = "", query = ""] = /^([^?#]*)(.*)$/s.exec(relative) ?? [];
  return `${origin}${withoutDots(`${folder}${target.replace(/^\/+/, "")}`)}${query}`;
}

/** RFC 3986, section 5.2.4. */
function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split("/");
  for (const [index, segment] of segments.entries()) {
    if (segment === "..") kept.length = Math.max(1, kept.length - 1);
    if (segment !== "." && segment !== "..") kept.push(segment);
    else if (index === segments.length - 1) kept.push("");
  }
  return kept.join("/");
}

/** All but letters, digits and `-._~`, as `Uri.EscapeDataString` does. */
export function escapeUri(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, "\uFFFD");
  return encodeURIComponent(whole).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What is no escape stays. */
export function unescapeUri(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

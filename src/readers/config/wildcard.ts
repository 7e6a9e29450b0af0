/** Names by a pattern with `*` for any letters, in Azure's way without regard to case. */
export function namesLike(pattern: string): RegExp {
  const parts = pattern.split(/\*+/).map(literal);
  return new RegExp(`^${parts.join(".*")}$`, "is");
}

/** Paths by a pattern with `*` for a part of one name, and `**` for any number of folders. */
export function pathsLike(pattern: string): RegExp {
  const parts = pattern
    .replace(/^\.\//, "")
    .split(/(\*\*\/|\*\*|\*)/)
    .map((part) => {
      if (part === "**/") return "(?:.*/)?";
      if (part === "**") return ".*";
      return part === "*" ? "[^/]*" : literal(part);
    });
  return new RegExp(`^${parts.join("")}$`, "s");
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

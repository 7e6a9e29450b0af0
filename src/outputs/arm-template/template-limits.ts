import { templateBytes } from "../../azure/template-limits.ts";

/** A template that Azure Resource Manager will refuse for its size. Names are ASCII, so characters are bytes. */
export function templateLimits(files: ReadonlyMap<string, string>) {
  return [...files].flatMap(([path, text]) => {
    if (text.length <= templateBytes.value) return [];

    const size = (text.length / 1_000_000).toFixed(1);
    return [
      {
        message: `${path} holds ${size} MB, and Azure Resource Manager takes ${templateBytes.value / 1_000_000} MB.`,
        hint: "Split the intent by region or by subscription, and design each part by itself.",
      },
    ];
  });
}

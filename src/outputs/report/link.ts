import { type Markup, markup } from "../map/markup.ts";

/** A page that says so. Only pages of the web: anything else is shown as it is written. */
export function sourceLink(source: string, text = shorten(source)): Markup {
  if (!/^https?:\/\//.test(source)) return markup`<cite>${source}</cite>`;
  return markup`<a class="source" href="${source}" rel="noopener noreferrer">${text}</a>`;
}

function shorten(source: string): string {
  const host = /^https?:\/\/([^/?#]+)/.exec(source)?.[1] ?? "";
  return host === "learn.microsoft.com"
    ? "Microsoft Learn"
    : host === "azure.microsoft.com"
      ? "Azure pricing"
      : host;
}

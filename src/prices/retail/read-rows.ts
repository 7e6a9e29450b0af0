import { getPatiently } from "./get-patiently.ts";
import { parseRetailPage, type RetailPage, type RetailRow } from "./retail-page.ts";
import { RetailError, type Web } from "./web.ts";

/** What a page holds at the most by Azure's documentation; a shorter one is the last. */
const PAGE_SIZE = 100;

/** Far more than any question here has; a server that never ends is not read for ever. */
const MOST_PAGES = 5_000;

/**
 * All rows that answer a question, page by page. `NextPageLink` leads on; it has been seen empty before the end, so
 * after a full page one more is asked for by number, and past the end the API answers 400 or nothing.
 */
export async function readRows(web: Web, endpoint: string, query: string): Promise<readonly RetailRow[]> {
  const rows: RetailRow[] = [];
  const asked = new Set<string>();
  let count = 0;
  let previous = "";
  let next: { readonly query: string; readonly isGuess: boolean } | undefined = { query, isGuess: false };
  while (next && asked.size < MOST_PAGES) {
    const { query: now, isGuess } = next;
    if (asked.has(now)) break;
    asked.add(now);

    const { status, text } = await getPatiently(web, `${endpoint}?${now}`);
    if (isGuess && status === 400) break;
    // A server that does not know the question by number answers the same page again.
    if (isGuess && text === previous) break;
    const page = pageOf(status, text);
    rows.push(...page.rows);
    count += page.count;
    previous = text;
    next = nextOf(page, query, count);
  }
  return rows;
}

function nextOf(page: RetailPage, query: string, count: number) {
  // Only its question is taken: no answer leads to another server.
  const linked = page.next?.split("?")[1];
  if (linked !== undefined) return { query: linked, isGuess: false };
  return page.count < PAGE_SIZE ? undefined : { query: `${query}&$skip=${count}`, isGuess: true };
}

function pageOf(status: number, text: string): RetailPage {
  const page = status === 200 ? parseRetailPage(text) : undefined;
  if (page) return page;
  const begins = text.replaceAll(/\s+/g, " ").trim().slice(0, 120);
  throw status === 200
    ? new RetailError("unreadable", `it answers with no page of prices: ${begins}`)
    : new RetailError("refused", `it answers ${status}: ${begins}`);
}

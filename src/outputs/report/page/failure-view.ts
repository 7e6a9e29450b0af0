import { type Change, changesIn, isLost, newMediaOf } from "./changes.ts";
import { byId, make } from "./make.ts";
import type { Page, View } from "./state.ts";
import { nameOf } from "./words.ts";

const MOST_SHOWN = 8;

/** What is lost and what takes over while one element is down. */
export function createFailureView({ data, answers, choose }: Page): View {
  const place = byId("ways-failure");
  const says = byId("ways-says");

  function listOf(
    title: string,
    changes: readonly Change[],
    wordsOf: (change: Change) => string,
  ): readonly Node[] {
    if (changes.length === 0) return [];
    const more = changes.slice(MOST_SHOWN).reduce((sum, { count }) => sum + count, 0);
    return [
      make(
        "div",
        {},
        make("h4", {}, title),
        make(
          "ul",
          {},
          ...changes.slice(0, MOST_SHOWN).map((change) => itemOf(change, wordsOf(change))),
          ...(more > 0 ? [make("li", { class: "note" }, `and ${pairs(more)} more`)] : []),
        ),
      ),
    ];
  }

  function itemOf({ from, to, count }: Change, words: string): HTMLElement {
    const button = make(
      "button",
      { type: "button", class: "pair" },
      `${nameOf(data, from)} → ${nameOf(data, to)}`,
    );
    button.addEventListener("click", () => choose({ from, to }));
    return make("li", {}, button, `${count > 1 ? ` and ${count - 1} like it` : ""}: ${words}`);
  }

  function takenOver(change: Change): string {
    const media = newMediaOf(change, data);
    if (media.length > 0) return `now over ${media.slice(0, 3).join(", ")}`;
    const [before, now] = [change.before, change.now].map(
      ({ there, more }) => there.length + (more?.[0] ?? 0),
    );
    return before === now ? "by another way" : `${now} of ${before} equal ways left`;
  }

  return {
    show: ({ situation }) => {
      place.hidden = situation === undefined;
      if (!situation) return;

      const changes = changesIn(situation, data, answers);
      const lost = changes.filter(isLost);
      const over = changes.filter(({ before, now }) => before.outcome === 0 && now.outcome === 0);
      const others = changes.filter(({ before }) => before.outcome !== 0);
      const summary =
        changes.length === 0
          ? "no pair notices."
          : `${pairs(total(lost))} lost, ${total(over)} on other ways.`;
      place.replaceChildren(
        make("p", {}, make("b", {}, `✕ ${situation.name} down: `), summary),
        make(
          "div",
          { class: "losses" },
          ...listOf("Lost", lost, ({ now }) => data.outcomes[now.outcome]?.words ?? ""),
          ...listOf("Takes over", over, takenOver),
          ...listOf("Different", others, ({ now }) => data.outcomes[now.outcome]?.words ?? ""),
        ),
      );
      says.textContent = `${situation.name} down: ${summary} ${says.textContent}`;
    },
  };
}

function total(changes: readonly Change[]): number {
  return changes.reduce((sum, { count }) => sum + count, 0);
}

function pairs(count: number): string {
  return count === 1 ? "1 pair" : `${count} pairs`;
}

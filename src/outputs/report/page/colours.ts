import { byId } from "./make.ts";

/** What lines are coloured by: one of several buttons is pressed. The legends stand in the page. */
export function startColours(): void {
  const map = byId("map").querySelector("svg");
  const group = byId("ways-colours");
  const buttons = [...group.querySelectorAll("button")];
  const legends = [...document.querySelectorAll<HTMLElement>("[data-legend]")];
  for (const button of buttons)
    button.addEventListener("click", () => {
      const by = button.dataset["by"] ?? "";
      for (const one of buttons) one.setAttribute("aria-pressed", String(one === button));
      for (const legend of legends) legend.hidden = legend.dataset["legend"] !== by;
      map?.setAttribute("data-colour", by);
    });
}

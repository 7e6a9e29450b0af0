import type { PageSituation } from "../page-data.ts";
import { byId, make } from "./make.ts";
import type { Page, View } from "./state.ts";
import { nameOf, shortName, tellTrace } from "./words.ts";

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** Every place to every other. One cell is a tab stop; arrows move among them. */
export function createMatrixView({ data, answers, choose }: Page): View {
  const holder = byId("matrix");
  const tells = byId("matrix-tells");
  const size = data.places.length;
  const cells: readonly (readonly HTMLElement[])[] = data.places.map((_, from) =>
    data.places.map((_, to) =>
      make("td", { role: "gridcell", tabindex: -1, "data-from": from, "data-to": to }),
    ),
  );
  holder.append(tableOf());
  cells[0]?.[0]?.setAttribute("tabindex", "0");
  let stop: readonly [number, number] = [0, 0];
  let shown: PageSituation | undefined;

  function tableOf(): HTMLElement {
    const heads = data.places.map((place) =>
      make(
        "th",
        { scope: "col", role: "columnheader", title: place.name },
        make("span", {}, shortName(place.name)),
      ),
    );
    const rows = cells.map((row, from) =>
      make(
        "tr",
        { role: "row" },
        make(
          "th",
          { scope: "row", role: "rowheader", title: nameOf(data, from) },
          shortName(nameOf(data, from)),
        ),
        ...row,
      ),
    );
    return make(
      "table",
      {
        role: "grid",
        "aria-label": "Who reaches whom",
        "aria-readonly": "true",
        class: size > 40 ? "matrix small" : "matrix",
      },
      make(
        "thead",
        {},
        make("tr", { role: "row" }, make("td", { class: "corner" }, "from ↓ to →"), ...heads),
      ),
      make("tbody", {}, ...rows),
    );
  }

  function tell(target: EventTarget | null): void {
    const found = cellOf(target);
    if (found) tells.textContent = cells[found[0]]?.[found[1]]?.getAttribute("aria-label") ?? "";
  }

  function moveTo(from: number, to: number): void {
    cells[stop[0]]?.[stop[1]]?.setAttribute("tabindex", "-1");
    stop = [Math.min(size - 1, Math.max(0, from)), Math.min(size - 1, Math.max(0, to))];
    const cell = cells[stop[0]]?.[stop[1]];
    cell?.setAttribute("tabindex", "0");
    cell?.focus();
  }

  function draw(situation: PageSituation | undefined): void {
    for (const [from, row] of cells.entries())
      for (const [to, cell] of row.entries()) {
        const trace = answers.trace(from, to, situation);
        const isChanged = trace !== answers.trace(from, to);
        const outcome = data.outcomes[trace?.outcome ?? -1];
        const look = `${outcome?.tone ?? "self"}${isChanged ? " changed" : ""}`;
        if (cell.className.replace(" chosen", "") === look && situation === undefined) continue;
        cell.className = look;
        cell.textContent = outcome?.symbol ?? "";
        const told = `${nameOf(data, from)} to ${nameOf(data, to)}: ${tellTrace(data, trace)}`;
        cell.setAttribute("aria-label", isChanged ? `${told}, otherwise than before` : told);
      }
  }
  draw(undefined);

  holder.addEventListener("click", ({ target }) => {
    const found = cellOf(target);
    if (!found) return;
    moveTo(...found);
    choose({ from: found[0], to: found[1] });
  });
  holder.addEventListener("keydown", (event) => {
    const found = cellOf(event.target);
    if (!found) return;
    const step = STEPS[event.key];
    if (event.key === "Enter" || event.key === " ") choose({ from: found[0], to: found[1] });
    else if (!step) return;
    else if (event.ctrlKey && step[0] === 0 && !Number.isFinite(step[1])) moveTo(step[1], step[1]);
    else moveTo(found[0] + step[0], found[1] + step[1]);
    event.preventDefault();
  });
  holder.addEventListener("focusin", ({ target }) => tell(target));
  holder.addEventListener("mouseover", ({ target }) => tell(target));

  return {
    show: ({ from, to, situation }) => {
      if (situation !== shown) draw(situation);
      shown = situation;
      holder.querySelector(".chosen")?.classList.remove("chosen");
      if (from !== undefined && to !== undefined) cells[from]?.[to]?.classList.add("chosen");
    },
  };
}

function cellOf(target: EventTarget | null): readonly [from: number, to: number] | undefined {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-from]") : null;
  return cell ? [Number(cell.dataset["from"]), Number(cell.dataset["to"])] : undefined;
}

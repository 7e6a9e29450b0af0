import type { PageData } from "../page-data.ts";
import { createAnswerView } from "./answer-view.ts";
import { createAnswers } from "./answers.ts";
import { startColours } from "./colours.ts";
import { createFailureView } from "./failure-view.ts";
import { byId, make, selectById } from "./make.ts";
import { createMapView } from "./map-view.ts";
import { createMatrixView } from "./matrix-view.ts";
import type { Failure, Page, State } from "./state.ts";
import { nameOf, tellTrace } from "./words.ts";

const data: PageData = JSON.parse(byId("ways-data").textContent);
const answers = createAnswers(data);
let state: State = { from: undefined, to: undefined, situation: undefined };

const page: Page = {
  data,
  answers,
  state: () => state,
  choose: (change) => {
    state = { ...state, ...change };
    show();
  },
};

const [from, to, down] = [selectById("ways-from"), selectById("ways-to"), selectById("ways-down")];
for (const list of [from, to])
  list.append(...data.places.map(({ name }, index) => make("option", { value: index }, name)));
const failures = data.situations.flatMap((situation): readonly Failure[] =>
  situation.elements.map((element) => ({ ...situation, ...element })),
);
for (const kind of new Set(failures.map((failure) => failure.kind))) {
  const options = failures.flatMap((situation, index) =>
    situation.kind === kind ? [make("option", { value: index }, situation.name)] : [],
  );
  down.append(make("optgroup", { label: kind }, ...options));
}
const chosen = ({ value }: HTMLSelectElement) => (value === "" ? undefined : Number(value));
from.addEventListener("change", () => page.choose({ from: chosen(from) }));
to.addEventListener("change", () => page.choose({ to: chosen(to) }));
down.addEventListener("change", () => page.choose({ situation: failures[chosen(down) ?? -1] }));
byId("ways-swap").addEventListener("click", () => page.choose({ from: state.to, to: state.from }));
byId("ways-reset").addEventListener("click", () =>
  page.choose({ from: undefined, to: undefined, situation: undefined }),
);

for (const element of document.querySelectorAll<HTMLElement>(".needs-script")) element.hidden = false;
for (const element of document.querySelectorAll<HTMLElement>(".without-script")) element.hidden = true;
startColours();
const views = [createMapView(page), createAnswerView(page), createMatrixView(page), createFailureView(page)];
show();

function show(): void {
  from.value = state.from === undefined ? "" : String(state.from);
  to.value = state.to === undefined ? "" : String(state.to);
  down.value = state.situation ? String(failures.indexOf(state.situation)) : "";
  byId("ways-says").textContent = sentence();
  for (const view of views) view.show(state);
}

/** For who hears the page: the answer in one line. */
function sentence(): string {
  if (state.from === undefined || state.to === undefined) return "";
  const trace = answers.trace(state.from, state.to, state.situation);
  return `${nameOf(data, state.from)} to ${nameOf(data, state.to)}: ${tellTrace(data, trace)}`;
}

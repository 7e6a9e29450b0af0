import type { PageData, PageElement, PageSituation } from "../page-data.ts";
import type { Answers } from "./answers.ts";

/** What a person has chosen; views draw it anew when it changes. */
export interface State {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly situation: Failure | undefined;
}

/** What is down, under the name by which it was chosen. */
export interface Failure extends PageSituation, PageElement {}

export interface View {
  show(state: State): void;
}

export interface Page {
  readonly data: PageData;
  readonly answers: Answers;
  readonly choose: (change: Partial<State>) => void;
  readonly state: () => State;
}

import { expect, it } from "vitest";
import { createKeptAnswers } from "./kept-answers.ts";

const [to, parts, code] = [1, 7, 3];

it("answers senders of the regions that an answer is for, and no others", () => {
  const answers = createKeptAnswers(2);

  answers.keep(to, 5, parts, 10, 20, code);

  expect([9, 10, 19, 20].map((region) => answers.find(to, 5, parts, region))).toEqual([-1, 3, 3, -1]);
  expect([answers.find(0, 5, parts, 10), answers.find(to, 4, parts, 10), answers.find(to, 5, 6, 10)]).toEqual(
    [-1, -1, -1],
  );
});

it("keeps of one question the last answer, and of many questions the last ones", () => {
  const answers = createKeptAnswers(2);

  answers.keep(to, 0, parts, 0, 10, code);
  answers.keep(to, 0, parts, 10, 20, code);
  for (let question = -1; question > -9; question -= 1) answers.keep(to, question, parts, 0, 10, code);

  expect([
    answers.find(to, 0, parts, 15),
    answers.find(to, -1, parts, 5),
    answers.find(to, -8, parts, 5),
  ]).toEqual([-1, 3, 3]);
});

it("has no answer before one is kept", () => {
  expect(createKeptAnswers(2).find(0, 0, 0, 0)).toBe(-1);
});

import { expect, it } from "vitest";
import { fitName, fitText, textWidth } from "./text-width.ts";

it.each([
  ["hub", "short", "hub"],
  ["a-network-with-a-really-long-name", "long", "a-network-wi…"],
  ["漢字漢字漢字漢字漢字", "in wide characters", "漢字漢字漢…"],
  ["😀😀😀😀😀😀😀😀😀😀", "of pairs of surrogates, never half a pair", "😀😀😀😀😀…"],
])("fits %s, which is %s", (text, _, expected) => {
  const fitted = fitText(text, 13, 132);

  expect(fitted).toBe(expected);
  expect(textWidth(fitted, 13)).toBeLessThanOrEqual(132);
});

it("puts one ellipsis at the end of what has one there", () => {
  expect(fitText("westeurope-spoke-001 … 993", 13, 232)).toBe("westeurope-spoke-001…");
});

it.each([
  ["hub", "hub"],
  ["contoso-prod-westeurope-spoke", "contos…-spoke"],
  ["😀😀😀😀😀😀😀😀😀😀", "😀😀😀…😀😀"],
])("keeps both ends of the name %s", (name, expected) => {
  const fitted = fitName(name, 13, 132);

  expect(fitted).toBe(expected);
  expect(textWidth(fitted, 13)).toBeLessThanOrEqual(132);
});

it("cuts a name to nothing but the ellipsis where there is no room", () => {
  expect(fitName("network", 13, 1)).toBe("…");
});

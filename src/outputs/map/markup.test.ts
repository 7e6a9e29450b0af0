import { expect, it } from "vitest";
import { markup } from "./markup.ts";

it("escapes what is inserted, in text and in attributes", () => {
  expect(markup`<p title="${`"'`}">${"<b> & </b>"}</p>`.markup).toBe(
    '<p title="&quot;&#39;">&lt;b&gt; &amp; &lt;/b&gt;</p>',
  );
});

it("leaves markup as it is, in lists too", () => {
  expect(markup`${[markup`<b>${1}</b>`, "<", undefined]}`.markup).toBe("<b>1</b>&lt;");
});

it.each([
  ["controls, which XML forbids", "a\u0000b\u001b", "a\\u0000b\\u001b"],
  ["bidirectional overrides, which turn text around", "a\u202eb", "a\\u202eb"],
  ["half a surrogate pair", "a\ud800b", "a\ufffdb"],
  ["what is no character", "a\uffffb", "a\ufffdb"],
])("makes visible or replaces %s", (_, text, expected) => {
  expect(markup`${text}`.markup).toBe(expected);
});

it("keeps line breaks", () => {
  expect(markup`${"one\ntwo & three"}`.markup).toBe("one\ntwo &amp; three");
});

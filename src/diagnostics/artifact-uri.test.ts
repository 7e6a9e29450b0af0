import { expect, it } from "vitest";
import { artifactUri } from "./artifact-uri.ts";

it.each([
  { file: "network.yaml", uri: "network.yaml", reason: "plain" },
  { file: "./a/../b.yaml", uri: "a/../b.yaml", reason: "relative" },
  { file: "my net/50%.yaml", uri: "my%20net/50%25.yaml", reason: "characters that mean something in a URI" },
  { file: "a:b.yaml", uri: "a%3Ab.yaml", reason: "a colon would make it a scheme" },
  { file: "nets\\hub.yaml", uri: "nets/hub.yaml", reason: "Windows" },
  { file: "C:\\nets\\hub.yaml", uri: "file:///C:/nets/hub.yaml", reason: "Windows, absolute" },
  { file: "/nets/hub.yaml", uri: "file:///nets/hub.yaml", reason: "absolute" },
  { file: "\uD800.yaml", uri: "%EF%BF%BD.yaml", reason: "half a character" },
])("makes a URI of $file: $reason", ({ file, uri }) => {
  expect(artifactUri(file)).toBe(uri);
});

import { expect, it } from "vitest";
import { namesLike, pathsLike } from "./wildcard.ts";

it.each<readonly [pattern: string, name: string, fits: boolean]>([
  ["hub/GatewaySubnet", "HUB/gatewaysubnet", true],
  ["hub/*", "hub/web", true],
  ["hub", "hub/web", false],
  ["lng-*-old", "lng-a-b-old", true],
  ["a.b", "aXb", false],
  ["a(b", "a(b", true],
])("the name pattern %s and %s", (pattern, name, fits) => {
  expect(namesLike(pattern).test(name)).toBe(fits);
});

it.each<readonly [pattern: string, path: string, fits: boolean]>([
  ["infra/*.json", "infra/hub.json", true],
  ["infra/*.json", "infra/a/hub.json", false],
  ["infra/**", "infra/a/hub.json", true],
  ["**/hub.json", "hub.json", true],
  ["**/hub.json", "a/b/hub.json", true],
  ["./infra/hub.json", "infra/hub.json", true],
  ["../a/*.json", "../a/x.json", true],
  ["infra/hub.json", "infra/hubXjson", false],
])("the path pattern %s and %s", (pattern, path, fits) => {
  expect(pathsLike(pattern).test(path)).toBe(fits);
});

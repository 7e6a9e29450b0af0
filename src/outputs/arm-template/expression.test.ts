import { expect, it } from "vitest";
import { deploymentScope } from "../deployment/scope.ts";
import { literalText, type Place, resourceIdExpression } from "./expression.ts";

const HUB = "providers/Microsoft.Network/virtualNetworks/hub";
const { subscription, resourceGroup } = deploymentScope;

it.each([
  ["[concat('a')]", "[[concat('a')]", "it would be evaluated"],
  ["[[a]", "[[[a]", "ARM takes one bracket away again"],
  ["[a] b", "[a] b", "no expression, so nothing is taken away"],
  ["a]", "a]", "nor is this one"],
])("writes %j as %j: %s", (text, expected) => {
  expect(literalText(text)).toBe(expected);
});

const main: Place = { scope: deploymentScope, isNested: false };
const nested: Place = { scope: { subscription, resourceGroup: "rg-b" }, isNested: true };
const far: Place = { scope: { subscription: "other", resourceGroup: "rg-b" }, isNested: true };

it.each([
  [main, subscription, resourceGroup, "", "its own group needs no name"],
  [main, subscription, "rg's", "'rg''s', ", "another group of the subscription"],
  [main, "other", "rg", "'other', 'rg', ", "another subscription"],
  [main, "other", resourceGroup, "'other', resourceGroup().name, ", "the group of the same name elsewhere"],
  [nested, subscription, "RG-B", "", "names of groups are the same in any case"],
  [
    nested,
    subscription,
    resourceGroup,
    "parameters('deploymentResourceGroup'), ",
    "it was told where the main template is",
  ],
  [far, subscription, "rg-a", "parameters('deploymentSubscription'), 'rg-a', ", "and in which subscription"],
])("%# names the resource: %s %s %s %s: %s", (place, inSubscription, inGroup, scope) => {
  const id = `/subscriptions/${inSubscription}/resourceGroups/${inGroup}/${HUB}`;

  expect(resourceIdExpression(id, place)).toBe(
    `[resourceId(${scope}'Microsoft.Network/virtualNetworks', 'hub')]`,
  );
});

import { argumentLines, block, objectText } from "./layout.ts";
import { quoted } from "./text.ts";

/**
 * `sensitive_body` came with 2.4, and 2.5 checks it together with `body`; both want a Terraform that knows write-only
 * arguments, and variables that are never kept, which 1.11 does.
 * https://github.com/Azure/terraform-provider-azapi/blob/main/docs/guides/feature_ephemeral_resource.md and
 * https://github.com/Azure/terraform-provider-azapi/pull/888, read 2026-11-28
 */
const PROVIDER_VERSION = "~> 2.5";
const TERRAFORM_VERSION = ">= 1.11";

/**
 * AzAPI, since it sends what ARM documents, as it is written. What Azure answers is not copied into the state:
 * https://registry.terraform.io/providers/Azure/azapi/latest/docs#disable_default_output, read 2026-11-28
 */
export function settings(): readonly string[] {
  const azapi = objectText([
    ["source", quoted("Azure/azapi")],
    ["version", quoted(PROVIDER_VERSION)],
  ]);
  return [
    block(
      "terraform",
      argumentLines([["required_version", quoted(TERRAFORM_VERSION)]]),
      block("required_providers", argumentLines([["azapi", azapi]])).split("\n"),
    ),
    block('provider "azapi"', argumentLines([["disable_default_output", "true"]])),
  ];
}

import type { Output } from "../output.ts";
import { writeTerraform } from "./write-terraform.ts";

/** One Terraform configuration for all subscriptions and groups, by the provider that sends what ARM documents. */
export const terraform: Output = {
  name: "terraform",
  write: ({ estate, intent }) => writeTerraform(estate, intent),
};

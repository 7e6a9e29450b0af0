import type { Output } from "../output.ts";
import { writeBicep } from "./write-bicep.ts";

/** One Bicep file, deployed to a resource group, with a module for each other group. */
export const bicep: Output = {
  name: "bicep",
  write: ({ estate, intent }) => writeBicep(estate, intent),
};

import { isObject } from "../source/index.ts";
import { DEFAULT_INPUT } from "./default-input.ts";
import { proposeNames } from "./propose-names.ts";
import { readFileIfThere } from "./read-file.ts";

/** Networks, sites and users of the intent in this folder, and each network's subnets: `orders/web`. */
export function proposePlaces(): readonly string[] {
  const value = readFileIfThere(DEFAULT_INPUT)?.value;
  if (!isObject(value)) return [];

  const networks = value["virtualNetworks"];
  const subnets = !isObject(networks)
    ? []
    : Object.entries(networks).flatMap(([network, one]) => {
        const named = isObject(one) && isObject(one["subnets"]) ? Object.keys(one["subnets"]) : [];
        return named.map((subnet) => `${network}/${subnet}`);
      });
  return [...proposeNames(), ...subnets];
}

import type { Refusal } from "../../model/connection-kind.ts";

export function isRefusal(value: object): value is Refusal {
  return "waysOut" in value;
}

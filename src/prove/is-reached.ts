import type { Outcome } from "../model/trace.ts";

/** Whether an exchange is possible, wholly or in part. */
export function isReached(outcome: Outcome): boolean {
  switch (outcome) {
    case "delivered":
    case "partlyDenied":
    case "asymmetric":
      return true;
    case "deniedInbound":
    case "deniedOutbound":
    case "noRoute":
    case "dropped":
    case "loop":
    case "returnPathMissing":
    case "overlap":
    case "leavesEstate":
    case "notModelled":
      return false;
  }
}

import type { Node } from "../../../src/model/topology.ts";
import { type End, end, type Going, type Question } from "./going.ts";

export function toInternet(node: Node, going: Going, question: Question): End {
  if (!("internet" in question.to))
    return end(going, node.id, "dropped", "the internet does not know the address");
  return node.egress ? there(node, going) : end(going, node.id, "dropped", "no public address");
}

export function toService(node: Node, name: string, going: Going, question: Question): End {
  return "internet" in question.to ? there(node, going) : end(going, node.id, "leavesEstate", name);
}

export function there(node: Node, going: Going): End {
  const whole = going.kinds.length === going.begunWith;
  return end(going, node.id, whole ? "delivered" : "partlyDenied", "here it is");
}

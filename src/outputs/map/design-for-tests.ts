import { type Design, design } from "../../design.ts";
import { readDocument } from "../../source/index.ts";

/** The design of an intent, with whatever is wrong with it. */
export function designForTests(intent: object): Design {
  const answer = design(readDocument("/srv/somebody/network.json", JSON.stringify(intent)), {
    reconsider: false,
  });
  if (!answer.design) throw new Error(answer.diagnostics.map(({ message }) => message).join("\n"));
  return answer.design;
}

/** `spoke-1` to `spoke-N`, each of 512 addresses. */
export function spokes(count: number, more: object = {}): Readonly<Record<string, object>> {
  const digits = String(count).length;
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `spoke-${String(index + 1).padStart(digits, "0")}`,
      { size: "/23", subnets: { web: "/25" }, ...more },
    ]),
  );
}

import type { Growth } from "../../model/intent.ts";
import type { Origin } from "../../source/origin.ts";
import { readPercent } from "./read-units.ts";
import { type Reading, report } from "./reading.ts";

/** A quarter where nobody says otherwise. */
export function readGrowth(
  reading: Reading,
  value: string | number | undefined,
  origin: Origin,
  name: string,
): Growth {
  if (value === undefined) return { type: "share", share: 0.25 };
  if (value === "none") return { type: "share", share: 0 };
  if (value === "nextPowerOfTwo") return { type: "nextPowerOfTwo" };

  const figure = readPercent(value);
  if ("value" in figure && figure.value < 100) return { type: "share", share: figure.value / 100 };
  report(
    reading,
    "intent/invalid-unit",
    origin,
    `${name} has the growth "${value}", which is no share of a network.`,
    "Write a share such as 25%, nextPowerOfTwo, or none.",
  );
  return { type: "share", share: 0.25 };
}

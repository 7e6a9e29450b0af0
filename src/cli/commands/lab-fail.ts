import { findDownParts } from "../../lab/down-parts.ts";
import { changeSituation } from "../../lab/fail.ts";
import { whileLocked } from "../../lab/run/lab-lock.ts";
import { type LabState, writeState } from "../../lab/run/lab-state.ts";
import { settleFilters } from "../../lab/settle.ts";
import { predict } from "../../predict.ts";
import type { Context } from "../command-context.ts";
import { count } from "../count.ts";
import { findPlace } from "../find-place.ts";
import { asUserError } from "../lab/as-user-error.ts";
import { chooseLab, labFolder } from "../lab/choose-lab.ts";
import { findLabPlace, nameOfLabId } from "../lab/lab-places.ts";
import { loadLabInput } from "../lab/load-lab.ts";
import { printLines } from "../lab/print.ts";
import type { LoadedEstate } from "../load-estate.ts";
import { placesOf } from "../places.ts";
import { UserError } from "../user-error.ts";

export interface LabFailFlags {
  readonly name?: string;
}

/** Takes an element of a running lab down. */
export async function labFail(context: Context, { name }: LabFailFlags, element: string): Promise<void> {
  await changeDown(context, name, (lab, loaded) => {
    const { file, calledInFile, estate } = loaded;
    const { id } = findPlace(element, placesOf(predict(estate).elements(), estate), { file, calledInFile });
    if (lab.down.includes(id))
      throw new UserError(`${nameOfLabId(id)} is down already.`, `Heal it: isthmus lab heal ${element}`);
    return [...lab.down, id];
  });
}

/** Brings back what was taken down; everything where nothing is named. */
export async function labHeal(context: Context, { name }: LabFailFlags, element?: string): Promise<void> {
  await changeDown(context, name, (lab) => {
    if (lab.down.length === 0)
      throw new UserError(`Nothing is down in ${lab.name}.`, "See isthmus lab list.");
    if (element === undefined) return [];
    const { id } = findLabPlace(element, lab.down, lab);
    return lab.down.filter((one) => one !== id);
  });
}

async function changeDown(
  context: Context,
  name: string | undefined,
  wanted: (lab: LabState, loaded: LoadedEstate) => readonly string[],
): Promise<void> {
  await asUserError(async () => {
    const folder = labFolder(context);
    const chosen = chooseLab(context, name);
    await whileLocked(folder, chosen.name, async () => {
      const lab = chooseLab(context, chosen.name);
      const loaded = loadLabInput(context, lab);
      const { topology } = predict(loaded.estate);
      const down = wanted(lab, loaded);
      const before = findDownParts(lab.plan, topology, { down: new Set(lab.down) });
      const after = findDownParts(lab.plan, topology, { down: new Set(down) });
      // Who is killed half-way leaves known what may be down.
      writeState(folder, { ...lab, down: [...new Set([...lab.down, ...down])] });
      await changeSituation(lab.holder, lab.plan, before, after);
      await settleFilters(lab.holder, lab.plan, after.daemons);
      writeState(folder, { ...lab, down });
      const parts = [
        count(after.links.size, "link"),
        count(after.daemons.size, "program"),
        count(after.sessions.size, "session"),
      ];
      printLines(
        context,
        down.length === 0
          ? [`Everything is up in ${lab.name}.`]
          : [`Down in ${lab.name}: ${down.map(nameOfLabId).join(", ")} (${parts.join(", ")}).`],
      );
    });
  });
}

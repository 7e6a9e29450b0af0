import * as z from "zod";
import type { Wish } from "../../model/connection-kind.ts";

/** What a person may say of a VNet-to-VNet connection beyond its ends. */
export const vnetToVnetSettings = z.strictObject({
  bgp: z
    .boolean()
    .default(false)
    .describe("Pass on routes between the two, and beyond them; either alone needs none."),
});

export type VnetToVnetSettings = z.output<typeof vnetToVnetSettings>;

export function settingsOf(wish: Wish): VnetToVnetSettings {
  const result = vnetToVnetSettings.safeParse(wish.settings?.value ?? {});
  return result.success ? result.data : { bgp: false };
}

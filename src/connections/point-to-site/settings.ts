import * as z from "zod";
import type { Wish } from "../../model/connection-kind.ts";

/** What a person may say of how users connect. Which of them go together, and with whom, the gateway knows. */
export const pointToSiteSettings = z.strictObject({
  protocols: z
    .array(z.enum(["OpenVPN", "IkeV2", "SSTP"]))
    .nonempty()
    .exactOptional()
    .describe("By which protocols users may connect, in the order of preference."),
});

export type PointToSiteSettings = z.output<typeof pointToSiteSettings>;

export function settingsOf(wish: Wish): PointToSiteSettings {
  const result = pointToSiteSettings.safeParse(wish.settings?.value ?? {});
  return result.success ? result.data : {};
}

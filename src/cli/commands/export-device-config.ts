import { join } from "node:path";
import { indexEstate } from "../../model/estate-index.ts";
import {
  type DeviceFormatName,
  type DevicePlan,
  deviceFormats,
  planDevice,
} from "../../outputs/device-config/index.ts";
import { predict } from "../../predict.ts";
import type { Context } from "../command-context.ts";
import { type ExportFlags, exportFolder, fileName, loadExport, writeExport } from "../export-files.ts";
import { findPlace } from "../find-place.ts";
import { inputAndName } from "../input-and-name.ts";
import { listNames } from "../list-names.ts";
import { placesOf } from "../places.ts";
import { UserError } from "../user-error.ts";

export interface DeviceConfigFlags extends ExportFlags {
  readonly for: DeviceFormatName;
}

/** The other end of a site's tunnels, in the words of one kind of device. */
export function exportDeviceConfig(
  context: Context,
  flags: DeviceConfigFlags,
  first?: string,
  second?: string,
): void {
  const [input, name] = inputAndName(first, second);
  if (name === undefined)
    throw new UserError(
      "export device-config takes a site, or one of its devices.",
      "For example: isthmus export device-config amsterdam --for strongswan",
    );
  const format = deviceFormats.find((one) => one.name === flags.for);
  if (!format) throw new Error(`outputs/device-config/index.ts has no ${flags.for}.`);
  const loaded = loadExport(context, input, flags);
  if (!loaded) return;

  const { topology } = predict(loaded.estate);
  const estate = indexEstate(loaded.estate);
  const planOf = (id: string) => planDevice(id, topology, estate);
  const nodes = [...topology.nodes.values()];
  const devices = nodes.filter(({ role }) => role === "vpnDevice").map(({ id }) => id);
  const sites = nodes.filter(({ role }) => role === "site").map(({ id }) => id);
  const found = findPlace(name, placesOf([...sites, ...devices], loaded.estate), loaded);
  const plans = devices
    .filter((id) => id === found.id || topology.nodes.get(id)?.within === found.id)
    .flatMap((id) => planOf(id) ?? []);
  if (plans.length === 0)
    throw withoutTunnels(
      found.name,
      devices.flatMap((id) => planOf(id) ?? []),
    );
  for (const { name, tunnels } of plans)
    for (const { connection, policy } of tunnels)
      if (!format.ikeVersions.includes(policy.ikeVersion))
        throw new UserError(
          `${connection} uses IKEv${policy.ikeVersion}, which --for ${format.name} does not write for ${name}.`,
          "Take --for ikev2, which lists the settings for any device.",
        );

  const folder = exportFolder(flags, loaded);
  const folders = plans.map((plan) => ({
    folder: join(folder, fileName(plan.site), fileName(plan.name), format.name),
    files: format.write(plan),
  }));
  writeExport(context, "export device-config", folders, flags);
}

function withoutTunnels(name: string, others: readonly DevicePlan[]): UserError {
  const names = others.map((plan) => `${plan.site}/${plan.name}`);
  return new UserError(
    `No tunnel to Azure ends at a device of ${name}.`,
    names.length === 0 ? "No device in the file has one." : `Of these one does: ${listNames(names)}.`,
  );
}

import { join } from "node:path";
import { indexEstate } from "../../model/estate-index.ts";
import { clientFiles, planClient } from "../../outputs/vpn-client/index.ts";
import { predict } from "../../predict.ts";
import type { Context } from "../command-context.ts";
import { type ExportFlags, exportFolder, fileName, loadExport, writeExport } from "../export-files.ts";
import { findPlace } from "../find-place.ts";
import { inputAndName } from "../input-and-name.ts";
import { listNames } from "../list-names.ts";
import { placesOf } from "../places.ts";
import { UserError } from "../user-error.ts";

/** The other end of Point-to-Site: profiles, a file a client. */
export function exportVpnClient(context: Context, flags: ExportFlags, first?: string, second?: string): void {
  const [input, name] = inputAndName(first, second);
  if (name === undefined)
    throw new UserError(
      "export vpn-client takes the users by their name.",
      "For example: isthmus export vpn-client staff",
    );
  const loaded = loadExport(context, input, flags);
  if (!loaded) return;

  const { topology } = predict(loaded.estate);
  const users = [...topology.nodes.values()].filter(({ role }) => role === "p2sUsers").map(({ id }) => id);
  const found = findPlace(name, placesOf(users, loaded.estate), loaded);
  const plan = planClient(found.id, topology, indexEstate(loaded.estate));
  if (!plan) throw new UserError(`${found.name} connect to no gateway.`, "Connect them in the file.");

  const files = clientFiles(plan);
  if (files.size === 0)
    throw new UserError(
      `There is no profile to write for ${plan.users}: ${listNames(plan.protocols)} with ${plan.authentication}.`,
      "Download it: az network vnet-gateway vpn-client generate.",
    );
  const folder = join(exportFolder(flags, loaded), fileName(plan.users));
  writeExport(context, "export vpn-client", [{ folder, files }], flags);
}

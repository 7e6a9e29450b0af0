import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { emptyEstate, type Estate } from "../../model/estate.ts";
import { isUnknown } from "../../model/unknown.ts";
import type { Document } from "../../source/document.ts";
import type { FromFile, Origin } from "../../source/origin.ts";
import type { Path } from "../../source/path.ts";
import { checkSchema } from "../../diagnostics/schema-diagnostics.ts";
import { estateFile, type EstateFile } from "./estate-file.ts";
import { readResources } from "./read-resources.ts";
import { readValue } from "./read-value.ts";

export interface EstateRead {
  readonly estate: Estate;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the file form of an estate. Ids that do not begin with a slash are taken within the file's `scope`. */
export function readEstate(document: Document): EstateRead {
  const root: Origin = { file: document.file, path: [] };
  const { data, diagnostics } = checkSchema(estateFile, document.value, root, "estate");
  if (!data) return { estate: emptyEstate, diagnostics };

  const { resources, diagnostics: found } = readResources(data.resources, data.scope, root);
  return {
    estate: { formatVersion: 1, resources, ...readCompanions(data, root), coverage: data.coverage },
    diagnostics: [...diagnostics, ...found],
  };
}

type FileDevice = EstateFile["sites"][number]["vpnDevices"][number];

function readAddress({ publicIpAddress, ...device }: FileDevice, root: Origin, path: Path) {
  if (publicIpAddress === undefined) return device;

  const value = readValue(publicIpAddress, root, [...path, "publicIpAddress"]);
  return typeof value === "string" || isUnknown(value) ? { ...device, publicIpAddress: value } : device;
}

/** What ARM cannot say, each with where it stands. */
function readCompanions(data: EstateFile, root: Origin) {
  const at = <T extends object>(value: T, ...path: Path): T & FromFile => ({
    ...value,
    origin: { file: root.file, path },
  });
  return {
    sites: data.sites.map((site, index) => ({
      ...at(site, "sites", index),
      vpnDevices: site.vpnDevices.map((device, deviceIndex) => ({
        ...at(readAddress(device, root, ["sites", index, "vpnDevices", deviceIndex]), "sites", index, "vpnDevices", deviceIndex),
        tunnels: device.tunnels.map((tunnel, tunnelIndex) =>
          at(tunnel, "sites", index, "vpnDevices", deviceIndex, "tunnels", tunnelIndex),
        ),
      })),
    })),
    providerRouters: data.providerRouters.map((router, index) => at(router, "providerRouters", index)),
    p2sUsers: data.p2sUsers.map((users, index) => at(users, "p2sUsers", index)),
    appliances: data.appliances.map((appliance, index) => at(appliance, "appliances", index)),
    observed: data.observed.map((observation, index) =>
      at({ ...observation, value: readValue(observation.value, root, ["observed", index, "value"]) }, "observed", index),
    ),
    sameSecrets: data.sameSecrets.map((secret, index) => at(secret, "sameSecrets", index)),
  };
}

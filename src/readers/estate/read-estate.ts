import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { checkSchema } from "../../diagnostics/schema-diagnostics.ts";
import { type Estate, emptyEstate } from "../../model/estate.ts";
import { keyOf } from "../../model/resource-id.ts";
import { isUnknown, type Value } from "../../model/unknown.ts";
import type { Document } from "../../source/document.ts";
import { isObject } from "../../source/index.ts";
import { type FromFile, type Origin, originWithin } from "../../source/origin.ts";
import type { Path } from "../../source/path.ts";
import { hideSecretsIn } from "../secrets/hide-secrets.ts";
import { isSecretName } from "../secrets/secret-properties.ts";
import { secretValue } from "../secrets/secret-value.ts";
import { absolute } from "./absolute-id.ts";
import { type EstateFile, estateFile } from "./estate-file.ts";
import { type FittingEntries, fittingEntries } from "./fitting-entries.ts";
import { NOWHERE, readResources } from "./read-resources.ts";
import { readValue, throughOf } from "./read-value.ts";

export interface EstateRead {
  readonly estate: Estate;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the file form of an estate. Ids that do not begin with a slash are taken within the file's `scope`. An entry
 * that does not fit is reported and left out; where the syntax is broken, that comes first.
 */
export function readEstate(document: Document): EstateRead {
  const root: Origin = { file: document.file, path: [] };
  if (document.problems.length > 0) return { estate: emptyEstate, diagnostics: [] };

  const { data, diagnostics } = checkSchema(estateFile, document.value, root, "estate");
  const fitting = fittingEntries(isObject(document.value) ? document.value : {}, diagnostics);
  const rest = data ?? checkSchema(estateFile, fitting.value, root, "estate").data;
  if (!rest) return { estate: emptyEstate, diagnostics };

  const { resources, diagnostics: found } = readResources(rest.resources, rest.scope, root, fitting.indexOf);
  return {
    estate: {
      formatVersion: 1,
      resources,
      ...readCompanions(rest, root, fitting.indexOf),
      coverage: readCoverage(rest),
    },
    diagnostics: [...diagnostics, ...found],
  };
}

function readCoverage({ coverage, scope = NOWHERE }: EstateFile): Estate["coverage"] {
  const { complete, absent, passedOver } = coverage;
  return {
    complete: complete.map((id) => absolute(id, scope)),
    absent: absent.map((id) => keyOf(absolute(id, scope))),
    passedOver,
  };
}

type FileDevice = EstateFile["sites"][number]["vpnDevices"][number];

function readAddress(device: FileDevice, root: Origin, path: Path) {
  const { publicIpAddress, ...rest } = device;
  if (publicIpAddress === undefined) return rest;

  const value = readValue(publicIpAddress, root, [...path, "publicIpAddress"]);
  return typeof value === "string" || isUnknown(value) ? { ...device, publicIpAddress: value } : rest;
}

function observedValue({ name, value }: EstateFile["observed"][number], root: Origin, index: number): Value {
  const origin = originWithin(root, "observed", index, "value");
  const read = readValue(value, root, origin.path);
  return isSecretName(name) ? secretValue(read, origin) : hideSecretsIn(read, origin);
}

/** What ARM cannot say, each with where it stands. */
function readCompanions(data: EstateFile, root: Origin, indexOf: FittingEntries["indexOf"]) {
  const at = <T extends object>(value: T, ...path: Path): T & FromFile => ({
    ...value,
    origin: { file: root.file, path, ...throughOf(value) },
  });
  const id = (text: string) => keyOf(absolute(text, data.scope ?? NOWHERE));
  // Devices and users have keys too.
  const holder = (text: string) => (/^(site|p2susers)\//i.test(text) ? text.toLowerCase() : id(text));
  const each = <T, U>(collection: string, list: readonly T[], read: (value: T, index: number) => U) =>
    list.map((value, index) => read(value, indexOf(collection, index)));
  return {
    sites: each("sites", data.sites, (site, index) => ({
      ...at(site, "sites", index),
      vpnDevices: site.vpnDevices.map((device, deviceIndex) => ({
        ...at(
          readAddress(device, root, ["sites", index, "vpnDevices", deviceIndex]),
          "sites",
          index,
          "vpnDevices",
          deviceIndex,
        ),
        tunnels: device.tunnels.map((tunnel, tunnelIndex) =>
          at(
            { ...tunnel, gatewayConnection: id(tunnel.gatewayConnection) },
            "sites",
            index,
            "vpnDevices",
            deviceIndex,
            "tunnels",
            tunnelIndex,
          ),
        ),
      })),
    })),
    providerRouters: each("providerRouters", data.providerRouters, (router, index) =>
      at({ ...router, circuits: router.circuits.map(id) }, "providerRouters", index),
    ),
    p2sUsers: each("p2sUsers", data.p2sUsers, (users, index) => at(users, "p2sUsers", index)),
    appliances: each("appliances", data.appliances, (appliance, index) =>
      at({ ...appliance, resource: id(appliance.resource) }, "appliances", index),
    ),
    observed: each("observed", data.observed, (observation, index) =>
      at(
        {
          ...observation,
          resource: id(observation.resource),
          value: observedValue(observation, root, index),
        },
        "observed",
        index,
      ),
    ),
    sameSecrets: each("sameSecrets", data.sameSecrets, (secret, index) =>
      at({ ...secret, resources: secret.resources.map(holder) }, "sameSecrets", index),
    ),
  };
}

import { readEstate } from "../../src/readers/estate/read-estate.ts";
import type { JsonObject } from "../../src/source/document.ts";
import { readDocument } from "../../src/source/index.ts";
import type { Lab } from "./lab.ts";
import { companions } from "./lab-companions.ts";
import { gatewayResources } from "./lab-gateways.ts";
import { hostsOf } from "./lab-hosts.ts";
import { type LabObject, objectOf, objectsAt, textAt } from "./lab-json.ts";
import { unreadKeys } from "./lab-keys.ts";
import { hostResources, networkResources } from "./lab-networks.ts";
import { sourceOf } from "./lab-source.ts";
import type { Recording } from "./recording.ts";

/** A topology as the recordings describe it (`<lab>.topology.json`), read as an estate. */
export function readLab(text: string): Lab {
  const lab = objectOf(JSON.parse(text));
  const file = estateFileOf(lab);
  const name = textAt(lab, "lab") ?? "lab";
  const { estate, diagnostics } = readEstate(readDocument(`${name}.estate.json`, JSON.stringify(file)));
  return {
    name,
    namePrefix: textAt(lab, "namePrefix") ?? "",
    source: sourceOf(lab),
    estate,
    hosts: hostsOf(lab),
    linkNames: linkNamesOf(lab),
    unread: [...unreadKeys(lab), ...diagnostics.map(({ message }) => message)],
  };
}

/** The file form of the estate, with ids within one resource group. */
function estateFileOf(lab: LabObject): JsonObject {
  const scope = `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/${textAt(lab, "lab") ?? "lab"}`;
  return {
    formatVersion: 1,
    scope,
    resources: [...networkResources(lab), ...gatewayResources(lab), ...hostResources(lab)],
    ...companions(lab, scope),
    coverage: { complete: [scope] },
  };
}

function linkNamesOf(lab: LabObject): Readonly<Record<string, string>> {
  const links = objectsAt(lab, "providerRouters").flatMap((router) => objectsAt(router, "links"));
  return Object.fromEntries(
    links.flatMap((link) => {
      const [name, circuit, path] = [textAt(link, "name"), textAt(link, "circuit"), textAt(link, "path")];
      return name === undefined || circuit === undefined || path === undefined
        ? []
        : [[`${circuit}/${path}`.toLowerCase(), name]];
    }),
  );
}

/** A provider's router of which the records show no route: its sessions are down in every state. */
export function withSilentRouters(recording: Recording, lab: LabObject): Recording {
  const silent = objectsAt(lab, "providerRouters")
    .filter((router) => textAt(router, "bgp")?.startsWith("no session") === true)
    .flatMap((router) => objectsAt(router, "links"))
    .map((link) => ({ ...link, kind: "providerRouterBgp", link: textAt(link, "name") ?? "" }));
  return { ...recording, down: [...recording.down, ...silent] };
}

import { type Estate, emptyEstate } from "../../src/model/estate.ts";
import type { Resource } from "../../src/model/resource.ts";
import { keyOf } from "../../src/model/resource-id.ts";

const NETWORK =
  "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.Network";
const CIRCUIT = `${NETWORK}/expressRouteCircuits/circuit`;

/** A circuit that is off until somebody says so; one connection to it has the same switch, and one has none. */
export function switchedEstate(): Estate {
  const deployWhen = { parameter: "circuitProvisioned", because: "The provider is not ready." };
  const resources: readonly Resource[] = [
    { ...resource(CIRCUIT, "expressRouteCircuits"), deployWhen },
    { ...connection("with-it"), deployWhen },
    connection("always"),
  ];
  return { ...emptyEstate, resources: new Map(resources.map((entry) => [keyOf(entry.id), entry])) };
}

function connection(name: string): Resource {
  const id = `${NETWORK}/connections/${name}`;
  return { ...resource(id, "connections"), properties: { peer: { id: CIRCUIT } } };
}

function resource(id: string, type: string): Resource {
  return {
    id,
    type: `Microsoft.Network/${type}`,
    name: id.slice(id.lastIndexOf("/") + 1),
    properties: {},
    origin: { file: "estate.yaml", path: [] },
  };
}

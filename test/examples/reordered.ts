import { type Document, isObject, type Json, type JsonObject, readDocument } from "../../src/source/index.ts";

/** The same intent with its networks and its connections the other way round, as a tidy colleague might leave it. */
export function reordered({ value }: Document): Document {
  if (!isObject(value)) throw new Error("The example is no mapping.");

  const { virtualNetworks, connections } = value;
  const turned: JsonObject = {
    ...value,
    ...(isObject(virtualNetworks) ? { virtualNetworks: reversedKeys(virtualNetworks) } : {}),
    ...(Array.isArray(connections) ? { connections: connections.toReversed() } : {}),
  };
  return readDocument("network.json", JSON.stringify(turned));
}

function reversedKeys(networks: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(networks)
      .toReversed()
      .map(([name, network]): [string, Json] => [
        name,
        isObject(network) && isObject(network["subnets"])
          ? { ...network, subnets: Object.fromEntries(Object.entries(network["subnets"]).toReversed()) }
          : network,
      ]),
  );
}

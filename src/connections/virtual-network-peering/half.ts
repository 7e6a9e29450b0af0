import type { ResourceId } from "../../model/resource.ts";
import { keyOf } from "../../model/resource-id.ts";
import { ownerIdOf } from "./owner.ts";
import type { Peering } from "./peering.ts";

/** A half that says where it leads. */
export interface Half extends Peering {
  readonly remoteId: string;
  readonly localKey: ResourceId;
  readonly remoteKey: ResourceId;
  readonly localName: string;
  readonly remoteName: string;
}

/** `undefined` where the remote network is unknown. */
export function halfOf(peering: Peering): Half | undefined {
  const { remoteId } = peering;
  if (remoteId === undefined) return undefined;

  const localId = ownerIdOf(peering);
  return {
    ...peering,
    remoteId,
    localKey: keyOf(localId),
    remoteKey: keyOf(remoteId),
    localName: lastName(localId),
    remoteName: lastName(remoteId),
  };
}

function lastName(id: string): string {
  return id.split("/").at(-1) ?? id;
}

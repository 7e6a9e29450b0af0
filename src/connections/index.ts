import type { ConnectionKind } from "../model/connection-kind.ts";
import { virtualNetworkPeering } from "./virtual-network-peering/index.ts";

/** The ways to join networks. A new kind is a folder beside these and one line here. */
export const connectionKinds = [virtualNetworkPeering] as const satisfies readonly ConnectionKind[];

import type { Refusal } from "../../model/connection-kind.ts";
import type { UserDemand } from "../../model/demand.ts";
import type { Candidate } from "./candidate.ts";
import { chooseClientAccess } from "./client-access.ts";
import { type ClientPools, planClientPools } from "./client-pools.ts";
import { isRefusal } from "./refusal.ts";

/** How users dial in, and where their addresses come from. */
export function planUsers(
  users: readonly UserDemand[],
  { features }: Candidate,
  network: string,
  region: string | undefined,
): ClientPools | Refusal {
  if (users.length === 0) return { addresses: [], because: [] };

  const access = chooseClientAccess(users, !features.ikeV2AndOpenVpn);
  if (isRefusal(access)) return access;

  const pools = planClientPools(users, {
    network,
    region,
    activeActive: features.activeActive,
    isSplit: access.protocols.includes("SSTP") && access.protocols.length > 1,
  });
  if (isRefusal(pools)) return pools;

  return { ...pools, because: [...access.because, ...pools.because] };
}

import type { LabDaemon } from "../lab-plan.ts";
import { SETTINGS, SSTP, type SstpSettings } from "../sstp/sstp-settings.ts";
import { type LabDraft, namespaceFor } from "./lab-draft.ts";

/** One program for all ends: it is in a namespace of its own, for each end has a script in the end's. */
export function layTheirProgram(draft: LabDraft): void {
  if (draft.daemons.every(({ program }) => program !== "sstp-server")) return;
  const { name } = namespaceFor(draft, "internet", "internet");
  draft.daemons.unshift({ name: SSTP, namespace: name, program: "sstp", files: [], about: [] });
}

interface SstpEnds {
  /** On the internet. */
  readonly serverAddress: string;
  /** In the pool. */
  readonly gatewayAddress: string;
  readonly userAddress: string;
  readonly pushed: readonly string[];
  /** Of what is reached through it: between two tunnels to one range the lower is used. */
  readonly metric: number;
}

export function sstpServer(device: string, certificate: string, ends: SstpEnds): LabDaemon["files"] {
  const { serverAddress: listens, gatewayAddress: address, userAddress } = ends;
  return file({ role: "server", device, certificate, listens, address, userAddress });
}

/** SSTP tells no routes: those of a client are its profile's. */
export function sstpClient(
  device: string,
  certificate: string,
  { serverAddress, pushed, metric }: SstpEnds,
): LabDaemon["files"] {
  const routes = pushed.map((range) => `${range} metric ${metric}`);
  return file({ role: "client", device, certificate, server: serverAddress, routes });
}

function file(settings: SstpSettings): LabDaemon["files"] {
  return [{ name: SETTINGS, text: `${JSON.stringify(settings, null, 2)}\n` }];
}

import type { LabDaemon } from "../lab-plan.ts";
import type { SstpSettings } from "../sstp/sstp-settings.ts";

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

export function sstpServer(device: string, ends: SstpEnds): LabDaemon["files"] {
  const { serverAddress: listens, gatewayAddress: address, userAddress } = ends;
  return file({ role: "server", device, listens, address, userAddress });
}

/** SSTP tells no routes: those of a client are its profile's. */
export function sstpClient(device: string, { serverAddress, pushed, metric }: SstpEnds): LabDaemon["files"] {
  const routes = pushed.map((range) => `${range} metric ${metric}`);
  return file({ role: "client", device, server: serverAddress, routes });
}

function file(settings: SstpSettings): LabDaemon["files"] {
  return [{ name: "sstp.json", text: `${JSON.stringify(settings, null, 2)}\n` }];
}

import { execFileSync } from "node:child_process";
import { read, writeSync } from "node:fs";
import { MTU } from "./ppp-link.ts";

/** Where whoever started this program has opened the device for it. */
const TUN = 3;
const LARGEST_PACKET = 65_536;

/** Every packet that the kernel sends into the device, until the program ends. */
export function readTun(take: (packet: Buffer) => void): void {
  const buffer = Buffer.alloc(LARGEST_PACKET);
  const next = () =>
    read(TUN, buffer, 0, buffer.length, null, (error, length) => {
      if (!error) take(Buffer.from(buffer.subarray(0, length)));
      // While the device is down there is nothing to read.
      if (error) setTimeout(next, 200);
      else next();
    });
  next();
}

/** While the device is down packets are lost, as on any other. */
export function writeTun(packet: Buffer): void {
  try {
    writeSync(TUN, packet);
  } catch {
    // The kernel says so, and there is nobody to tell.
  }
}

/** `10.0.0.0/8 metric 1`: the device stands before what else is said. */
function routeOn(route: string, device: string): string {
  const [range = "", ...rest] = route.split(" ");
  return [range, "dev", device, ...rest].join(" ");
}

/** Gives the device its address and routes; `undefined` takes them from it. */
export function configureTun(device: string, address: string | undefined, routes: readonly string[]): void {
  const lines =
    address === undefined
      ? [`link set ${device} down`, `addr flush dev ${device}`]
      : [
          `addr replace ${address}/32 dev ${device}`,
          `link set ${device} mtu ${MTU} up`,
          ...routes.map((route) => `route replace ${routeOn(route, device)} src ${address}`),
        ];
  execFileSync("ip", ["-batch", "-"], { input: lines.map((line) => `${line}\n`).join(""), stdio: "pipe" });
}

import { MTU } from "./ppp-link.ts";

/** For `ip -batch`: gives a device its address and routes; `undefined` takes them from it. */
export function deviceLines(device: string, address: string | undefined, routes: readonly string[]): string {
  const lines =
    address === undefined
      ? [`link set ${device} down`, `addr flush dev ${device}`]
      : [
          `addr replace ${address}/32 dev ${device}`,
          `link set ${device} mtu ${MTU} up`,
          ...routes.map((route) => `route replace ${routeOn(route, device)} src ${address}`),
        ];
  return lines.map((line) => `${line}\n`).join("");
}

/** `10.0.0.0/8 metric 1`: the device stands before what else is said. */
function routeOn(route: string, device: string): string {
  const [range = "", ...rest] = route.split(" ");
  return [range, "dev", device, ...rest].join(" ");
}

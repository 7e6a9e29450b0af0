import type { Subnet } from "./virtual-network.ts";

/** Whether this is the subnet that a service finds by its name. ARM compares names without regard to case. */
export function isNamed(subnet: Subnet, name: string): boolean {
  return subnet.name.toLowerCase() === name.toLowerCase();
}

export function isGatewaySubnet(subnet: Subnet): boolean {
  return isNamed(subnet, "GatewaySubnet");
}

import type { FacilityType } from "../../model/facility-type.ts";
import { buildVpnGateway } from "./build.ts";
import { recogniseVpnGateways } from "./recognise.ts";
import { sizeVpnGateway } from "./size.ts";

/** A virtual network gateway of the type Vpn: tunnels to sites and networks, and users that dial in. */
export const vpnGateway: FacilityType = {
  name: "vpn-gateway",
  title: "VPN gateway",
  size: sizeVpnGateway,
  build: buildVpnGateway,
  recognise: recogniseVpnGateways,
};

import type { Site, VpnDevice, VpnDeviceTunnel } from "../model/estate.ts";
import type { EstateIndex } from "../model/estate-index.ts";
import { allGatewayConnections, type GatewayConnection } from "../model/gateway-connection.ts";
import { keyOf } from "../model/resource-id.ts";
import { findVirtualNetworkGateway, type VirtualNetworkGateway } from "../model/virtual-network-gateway.ts";

export interface TunnelOfSite {
  readonly site: Site;
  readonly device: VpnDevice;
  readonly tunnel: VpnDeviceTunnel;
  readonly connection: GatewayConnection;
  readonly gateway: VirtualNetworkGateway;
}

/** What the routers of sites say of their tunnels, with the Azure end, where the estate holds both. */
export function tunnelsOfSites(estate: EstateIndex): readonly TunnelOfSite[] {
  const connections = new Map(
    allGatewayConnections(estate).map((connection) => [keyOf(connection.resource.id), connection]),
  );
  return estate.estate.sites.flatMap((site) =>
    site.vpnDevices
      .flatMap((device) => device.tunnels.map((tunnel) => ({ device, tunnel })))
      .flatMap(({ device, tunnel }) => {
        const connection = connections.get(keyOf(tunnel.gatewayConnection));
        const gateway = findVirtualNetworkGateway(connection?.virtualNetworkGateway1, estate);
        return connection && gateway ? [{ site, device, tunnel, connection, gateway }] : [];
      }),
  );
}

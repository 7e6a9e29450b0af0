import { parseAddress } from "../../src/ip/index.ts";
import { type LabObject, objectAt, objectsAt, same, textAt, textsAt } from "./lab-json.ts";

/**
 * A recording says `public address of the branch2 NVA` where the author kept an address to himself. Such a device gets
 * one of TEST-NET-3 (RFC 5737), the same wherever it is named.
 */
export function gatewayAddressOf(localNetworkGateway: LabObject, lab: LabObject): string {
  const written = textAt(localNetworkGateway, "gatewayAddress");
  if (written !== undefined && parseAddress(written)) return written;

  const index = objectsAt(lab, "localNetworkGateways").findIndex(
    (other) => textAt(other, "gatewayAddress") === written,
  );
  return `203.0.113.${index + 1}`;
}

/** The tunnels' far ends as Azure has them: who peers over BGP with the device, or is attached to its site. */
export function localNetworkGatewaysOf(
  device: LabObject,
  site: LabObject,
  lab: LabObject,
): readonly LabObject[] {
  const own = [textAt(device, "loopback"), textAt(device, "routerId")];
  const alone = objectsAt(site, "devices").length === 1;
  return objectsAt(lab, "localNetworkGateways").filter((gateway) => {
    const peer = textAt(gateway, "bgpPeeringAddress");
    if (peer !== undefined && own.some((address) => same(address, peer))) return true;

    const attached = textsAt(objectAt(site, "attachedTo"), "vpn");
    return (
      alone &&
      objectsAt(lab, "connections").some(
        (connection) =>
          same(textAt(connection, "peer"), textAt(gateway, "name")) &&
          attached.some((name) => same(name, textAt(connection, "name"))),
      )
    );
  });
}

/** Of every network interface that the file tells of, with who owns it. */
export interface LabNic {
  readonly name: string;
  readonly owner: string;
  readonly virtualNetwork: string;
  readonly subnet: string;
  readonly address: string | undefined;
  readonly addressIpv6: string | undefined;
  readonly forwards: boolean;
  /** The one whose subnet has the owner's default route. */
  readonly primary: boolean;
}

export function nicsOf(lab: LabObject): readonly LabNic[] {
  const machines = objectsAt(lab, "virtualMachines").flatMap((machine) =>
    nicsOfOwner(machine, machine, false),
  );
  const appliances = objectsAt(lab, "appliances").flatMap((appliance) =>
    nicsOfOwner(appliance, appliance, appliance["ipForwarding"] !== false),
  );
  const devices = objectsAt(lab, "sites").flatMap((site) =>
    objectsAt(site, "devices").flatMap((device) =>
      nicsOfOwner(device, site, device["ipForwarding"] !== false),
    ),
  );
  const seen = new Set<string>();
  return [...devices, ...appliances, ...machines].filter(({ name }) => {
    const isNew = !seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return isNew;
  });
}

function nicsOfOwner(owner: LabObject, place: LabObject, forwards: boolean): readonly LabNic[] {
  const network = textAt(place, "virtualNetwork");
  if (network === undefined) return [];

  const nics = objectsAt(owner, "nics");
  const way = textAt(owner, "defaultRouteVia");
  const primary = way === undefined ? 0 : nics.findIndex((nic) => same(textAt(nic, "subnet"), way));
  return nics.map((nic, index) => ({
    name: textAt(nic, "name") ?? `${textAt(owner, "name") ?? "nic"}-${index}`,
    owner: textAt(owner, "name") ?? "",
    virtualNetwork: textAt(nic, "virtualNetwork") ?? network,
    subnet: textAt(nic, "subnet") ?? "",
    address: textAt(nic, "address"),
    addressIpv6: textAt(nic, "addressIpv6"),
    forwards,
    primary: index === Math.max(primary, 0),
  }));
}

import { birdFiles } from "./bird.ts";
import { ciscoIosXeFiles } from "./cisco-ios-xe.ts";
import type { DevicePlan } from "./device-plan.ts";
import { frrFiles } from "./frr.ts";
import { ikev2Files } from "./ikev2.ts";
import { strongswanFiles } from "./strongswan.ts";
import { vyosFiles } from "./vyos.ts";

export { birdFile } from "./bird.ts";
export type { DevicePlan, DeviceSession } from "./device-plan.ts";
export { planDevice } from "./plan-device.ts";
export { interfacesFile, strongswanFile, swanctlFile, swanctlTunnel } from "./strongswan.ts";

export type DeviceFormatName = "strongswan" | "bird" | "frr" | "ikev2" | "cisco-ios-xe" | "vyos";

/** The words of one kind of device. Paths are relative, and the same plan gives the same bytes. */
export interface DeviceFormat {
  readonly name: DeviceFormatName;
  /** The versions of IKE that it can write down. */
  readonly ikeVersions: readonly (1 | 2)[];
  write(plan: DevicePlan): ReadonlyMap<string, string>;
}

/** A new one is a file beside this one, a line here, and a name in what the command takes. */
export const deviceFormats: readonly DeviceFormat[] = [
  { name: "strongswan", ikeVersions: [1, 2], write: strongswanFiles },
  { name: "bird", ikeVersions: [1, 2], write: birdFiles },
  { name: "frr", ikeVersions: [1, 2], write: frrFiles },
  { name: "ikev2", ikeVersions: [1, 2], write: ikev2Files },
  { name: "cisco-ios-xe", ikeVersions: [2], write: ciscoIosXeFiles },
  { name: "vyos", ikeVersions: [1, 2], write: vyosFiles },
];

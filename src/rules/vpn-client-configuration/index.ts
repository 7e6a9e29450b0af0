import type { Rule } from "../../model/rule.ts";
import { deprecatedSstp } from "./deprecated-sstp.ts";
import { exceedsConnectionLimit } from "./exceeds-connection-limit.ts";
import { exceedsRootCertificateLimit } from "./exceeds-root-certificate-limit.ts";
import { insecureAuthentication } from "./insecure-authentication.ts";
import { invalidAddressPool } from "./invalid-address-pool.ts";
import { missingAddressPool } from "./missing-address-pool.ts";
import { missingAuthenticationSettings } from "./missing-authentication-settings.ts";
import { missingAuthenticationTypes } from "./missing-authentication-types.ts";
import { missingProfileRoute } from "./missing-profile-route.ts";
import { overlappingAddressPool } from "./overlapping-address-pool.ts";
import { overlappingOnPremises } from "./overlapping-on-premises.ts";
import { overlappingUserNetwork } from "./overlapping-user-network.ts";
import { overlappingVirtualNetwork } from "./overlapping-virtual-network.ts";
import { tooSmallAddressPool } from "./too-small-address-pool.ts";
import { tooSmallAddressPoolForUsers } from "./too-small-address-pool-for-users.ts";
import { unknownAddressPool } from "./unknown-address-pool.ts";
import { unreachableBehindFirewalls } from "./unreachable-behind-firewalls.ts";
import { unreachableBehindVpnDevice } from "./unreachable-behind-vpn-device.ts";
import { unreachableCustomRoute } from "./unreachable-custom-route.ts";
import { unreachableRadiusServer } from "./unreachable-radius-server.ts";
import { unsupportedAuthentication } from "./unsupported-authentication.ts";
import { unsupportedBasicAuthentication } from "./unsupported-basic-authentication.ts";
import { unsupportedOperatingSystem } from "./unsupported-operating-system.ts";
import { unsupportedProtocol } from "./unsupported-protocol.ts";
import { unsupportedProtocolPair } from "./unsupported-protocol-pair.ts";

/** What can be wrong with a gateway for single devices. A new rule is a file and a page beside these, and one line here. */
export const vpnClientConfigurationRules: readonly Rule[] = [
  deprecatedSstp,
  exceedsConnectionLimit,
  exceedsRootCertificateLimit,
  insecureAuthentication,
  invalidAddressPool,
  missingAddressPool,
  missingAuthenticationSettings,
  missingAuthenticationTypes,
  missingProfileRoute,
  overlappingAddressPool,
  overlappingOnPremises,
  overlappingUserNetwork,
  overlappingVirtualNetwork,
  tooSmallAddressPool,
  tooSmallAddressPoolForUsers,
  unknownAddressPool,
  unreachableBehindFirewalls,
  unreachableBehindVpnDevice,
  unreachableCustomRoute,
  unreachableRadiusServer,
  unsupportedAuthentication,
  unsupportedBasicAuthentication,
  unsupportedOperatingSystem,
  unsupportedProtocol,
  unsupportedProtocolPair,
];

import { fact } from "./fact.ts";

/** Properties that an export shows and no template may set: of every type under `*`, else by lower-cased type. */
export const readOnlyProperties = fact<Readonly<Record<string, readonly string[]>>>(
  {
    "*": ["provisioningState", "resourceGuid"],
    "microsoft.network/virtualnetworks": ["flowLogs"],
    "microsoft.network/virtualnetworks/subnets": [
      "ipConfigurations",
      "ipConfigurationProfiles",
      "privateEndpoints",
      "purpose",
      "resourceNavigationLinks",
      "serviceAssociationLinks",
    ],
    "microsoft.network/virtualnetworks/virtualnetworkpeerings": ["remoteVirtualNetworkEncryption"],
    "microsoft.network/networksecuritygroups": [
      "defaultSecurityRules",
      "flowLogs",
      "networkInterfaces",
      "subnets",
    ],
    "microsoft.network/routetables": ["subnets"],
    "microsoft.network/routetables/routes": ["hasBgpOverride"],
    "microsoft.network/publicipaddresses": ["ipConfiguration"],
    "microsoft.network/natgateways": ["subnets"],
    "microsoft.network/networkinterfaces": [
      "dscpConfiguration",
      "hostedWorkloads",
      "macAddress",
      "primary",
      "privateEndpoint",
      "tapConfigurations",
      "virtualMachine",
      "vnetEncryptionSupported",
    ],
    "microsoft.network/virtualnetworkgateways": ["inboundDnsForwardingEndpoint"],
    "microsoft.network/connections": [
      "connectionStatus",
      "egressBytesTransferred",
      "ingressBytesTransferred",
      "tunnelConnectionStatus",
    ],
    "microsoft.network/expressroutecircuits": ["stag"],
  },
  "https://learn.microsoft.com/azure/templates/microsoft.network/allversions",
  "2026-11-25",
  "The reference lists what may be written; these are in the REST answers and not there. Only the first level.",
);

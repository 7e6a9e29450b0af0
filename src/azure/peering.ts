import { fact } from "./fact.ts";

const OVERVIEW = "https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview";
const MANAGE = "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering";
const SUBNET_PEERING = "https://learn.microsoft.com/azure/virtual-network/how-to-configure-subnet-peering";
const LIMITS =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits";

export const peeringsPerVirtualNetwork = fact(
  500,
  LIMITS,
  "2026-11-23",
  "1,000 with a connectivity configuration of Azure Virtual Network Manager, but not with an ExpressRoute gateway.",
);

/** With a connectivity configuration of Azure Virtual Network Manager, and without an ExpressRoute gateway. */
export const peeringsPerManagedVirtualNetwork = fact(1000, OVERVIEW, "2025-07-16");

/** Above this, reviewers warn: the checklist of the landing zones asks for room below the limit. */
export const peeringsBeforeWarning = fact(
  450,
  "https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/traditional-azure-networking-topology",
  "2026-11-23",
  "The figure is that of the landing zone review checklist, item D01.11.",
);

/** Of both sides together. */
export const subnetsPerPeering = fact(200, SUBNET_PEERING, "2026-11-23");

export const peeringOverview = fact("VNet peering", OVERVIEW, "2026-11-23");
export const peeringRequirements = fact("Requirements and constraints", MANAGE, "2026-11-23");

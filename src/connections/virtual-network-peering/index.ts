import type { ConnectionKind } from "../../model/connection-kind.ts";
import { buildPeering } from "./build.ts";
import { claimsOf } from "./claims.ts";
import { notesOnPeering } from "./notes.ts";
import { recognisePeerings } from "./recognise.ts";
import { refusePeering } from "./refuse.ts";
import { rules } from "./rules/index.ts";
import { checkTransit, peeringSettings } from "./settings.ts";

/** Two virtual networks, joined over the backbone by a peering on either side. */
export const virtualNetworkPeering: ConnectionKind = {
  name: "virtual-network-peering",
  title: "VNet peering",
  joins: ["virtualNetwork", "virtualNetwork"],
  carriesTransit: true,
  claims: claimsOf,
  refuse: refusePeering,
  notes: notesOnPeering,
  settings: peeringSettings,
  checkSettings: checkTransit,
  build: buildPeering,
  recognise: recognisePeerings,
  rules,
};

import type { ConnectionKind } from "../../model/connection-kind.ts";
import { buildSiteToSite } from "./build.ts";
import { claimsOf } from "./claims.ts";
import { demandsOf } from "./demands.ts";
import { notesOnSiteToSite } from "./notes.ts";
import { outsideRoutesOf } from "./outside-routes.ts";
import { overPrivatePath } from "./over-private-path.ts";
import { recogniseSiteToSite } from "./recognise.ts";
import { refuseSiteToSite } from "./refuse.ts";
import { checkBgp, siteToSiteSettings } from "./settings.ts";

const plain: ConnectionKind = {
  name: "site-to-site",
  title: "Site-to-Site VPN",
  joins: ["virtualNetwork", "site"],
  gateway: "ownOrPeers",
  standsIn: true,
  claims: claimsOf,
  refuse: refuseSiteToSite,
  notes: notesOnSiteToSite,
  settings: siteToSiteSettings,
  checkSettings: checkBgp,
  outsideRoutes: outsideRoutesOf,
  demands: demandsOf,
  build: buildSiteToSite,
  recognise: recogniseSiteToSite,
  rules: [],
};

/** A virtual network and a site, joined by IPsec: over the internet, or over a private path of another kind. */
export const siteToSite: ConnectionKind = { ...plain, runsOver: { ...plain, ...overPrivatePath } };

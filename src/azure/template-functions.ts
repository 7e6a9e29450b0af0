import { fact } from "./fact.ts";

const FUNCTIONS = "https://learn.microsoft.com/azure/azure-resource-manager/templates/";

/** Copies of one resource, property, variable or output. */
export const copyCount = fact(800, `${FUNCTIONS}copy-resources#copy-limits`, "2026-11-28");

/** Numbers that one `range` gives. */
export const rangeCount = fact(10_000, `${FUNCTIONS}template-functions-array#range`, "2026-11-28");

/** A year and a month in the durations that `dateTimeAdd` takes, whatever the calendar says. */
export const daysOfDuration = fact(
  { year: 365, month: 30 },
  `${FUNCTIONS}template-functions-date#datetimeadd`,
  "2026-11-28",
  "The page: P1Y is taken as P365D and P1M as P30D.",
);

/** The namespace of the name-based UUIDs (RFC 4122, version 5) that `guid` makes. */
export const guidNamespace = fact(
  "11fb06fb-712d-4ddd-98c7-e71bbd588830",
  `${FUNCTIONS}template-functions-string#guid`,
  "2026-11-28",
  "The page names the standard and not the namespace; that is the one which others found to give the same ids.",
);

/** What `environment()` says in the public cloud. */
export const publicCloud = fact(
  {
    name: "AzureCloud",
    gallery: "https://gallery.azure.com/",
    graph: "https://graph.windows.net/",
    portal: "https://portal.azure.com",
    graphAudience: "https://graph.windows.net/",
    activeDirectoryDataLake: "https://datalake.azure.net/",
    batch: "https://batch.core.windows.net/",
    media: "https://rest.media.azure.net",
    sqlManagement: "https://management.core.windows.net:8443/",
    vmImageAliasDoc:
      "https://raw.githubusercontent.com/Azure/azure-rest-api-specs/master/arm-compute/quickstart-templates/aliases.json",
    resourceManager: "https://management.azure.com/",
    authentication: {
      loginEndpoint: "https://login.microsoftonline.com/",
      audiences: ["https://management.core.windows.net/", "https://management.azure.com/"],
      tenant: "common",
      identityProvider: "AAD",
    },
    suffixes: {
      acrLoginServer: ".azurecr.io",
      azureDatalakeAnalyticsCatalogAndJob: "azuredatalakeanalytics.net",
      azureDatalakeStoreFileSystem: "azuredatalakestore.net",
      azureFrontDoorEndpointSuffix: "azurefd.net",
      keyvaultDns: ".vault.azure.net",
      sqlServerHostname: ".database.windows.net",
      storage: "core.windows.net",
    },
  },
  `${FUNCTIONS}template-functions-deployment#environment`,
  "2026-11-28",
);

/** Types in regions with zones of which `pickZones` names zones. */
export const zonalTypes = fact(
  [
    "microsoft.compute/virtualmachines",
    "microsoft.compute/virtualmachinescalesets",
    "microsoft.compute/disks",
  ],
  `${FUNCTIONS}template-functions-resource#pickzones`,
  "2026-11-28",
  "The page shows virtualMachines and says that other types may give nothing; what is not listed stays unknown.",
);

/**
 * Stand-ins for what is known only at deployment: the subscription and the resource group that a template is deployed
 * to. Outputs write nothing for them, and no real id is made up.
 */
export const deploymentSubscription = "00000000-0000-0000-0000-000000000000";
export const deploymentResourceGroup = "deployment-resource-group";

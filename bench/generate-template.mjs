/** One module as Bicep compiles it: described parameters, types, a network with its subnets by a copy, rules, outputs. */
function module(index) {
  const parameter = (type, more) => ({
    type,
    metadata: {
      description: `What the module network ${index} is told of this, in a sentence as people write it.`,
    },
    ...more,
  });
  const rules = Array.from({ length: 20 }, (_, rule) => ({
    name: `allow-${rule}`,
    properties: {
      priority: 100 + rule,
      direction: rule % 2 === 0 ? "Inbound" : "Outbound",
      access: "Allow",
      protocol: "Tcp",
      sourceAddressPrefix: "[parameters('addressPrefix')]",
      sourcePortRange: "*",
      destinationAddressPrefix: "[cidrSubnet(parameters('addressPrefix'), 24, 1)]",
      destinationPortRange: `[string(add(${1000 + rule}, length(parameters('subnets'))))]`,
    },
  }));
  return {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    languageVersion: "2.0",
    contentVersion: "1.0.0.0",
    definitions: {
      subnet: {
        type: "object",
        properties: {
          name: { type: "string" },
          index: { type: "int" },
          group: { type: "string", nullable: true },
        },
      },
    },
    parameters: {
      name: parameter("string"),
      location: parameter("string", { defaultValue: "westeurope" }),
      addressPrefix: parameter("string"),
      tags: parameter("object", { nullable: true }),
      subnets: parameter("array", { items: { $ref: "#/definitions/subnet" } }),
    },
    variables: {
      prefix: "[toLower(format('{0}-{1}', parameters('name'), uniqueString(parameters('name'))))]",
      groupId:
        "[resourceId('Microsoft.Network/networkSecurityGroups', format('{0}-nsg', parameters('name')))]",
    },
    resources: {
      group: {
        type: "Microsoft.Network/networkSecurityGroups",
        apiVersion: "2024-05-01",
        name: "[format('{0}-nsg', parameters('name'))]",
        location: "[parameters('location')]",
        properties: { securityRules: rules },
      },
      network: {
        type: "Microsoft.Network/virtualNetworks",
        apiVersion: "2024-05-01",
        name: "[parameters('name')]",
        location: "[parameters('location')]",
        tags: "[union(createObject('made', variables('prefix')), coalesce(parameters('tags'), createObject()))]",
        properties: {
          copy: [
            {
              name: "subnets",
              count: "[length(parameters('subnets'))]",
              input: {
                name: "[parameters('subnets')[copyIndex('subnets')].name]",
                properties: {
                  addressPrefix:
                    "[cidrSubnet(parameters('addressPrefix'), 24, parameters('subnets')[copyIndex('subnets')].index)]",
                  networkSecurityGroup:
                    "[if(equals(tryGet(parameters('subnets')[copyIndex('subnets')], 'group'), 'none'), null(), createObject('id', variables('groupId')))]",
                },
              },
            },
          ],
          addressSpace: { addressPrefixes: ["[parameters('addressPrefix')]"] },
        },
        dependsOn: ["group"],
      },
    },
    outputs: {
      id: { type: "string", value: "[resourceId('Microsoft.Network/virtualNetworks', parameters('name'))]" },
    },
  };
}

/** The deployment of one module, with what it is told. */
function deployment(index) {
  return {
    type: "Microsoft.Resources/deployments",
    apiVersion: "2022-09-01",
    name: `[format('network-${index}-{0}', uniqueString(deployment().name))]`,
    properties: {
      expressionEvaluationOptions: { scope: "inner" },
      mode: "Incremental",
      parameters: {
        name: { value: `vnet-${index}` },
        addressPrefix: { value: `10.${Math.floor(index / 16) % 256}.${(index % 16) * 16}.0/20` },
        subnets: { value: Array.from({ length: 8 }, (_, at) => ({ name: `subnet-${at}`, index: at })) },
      },
      template: module(index),
    },
  };
}

/** A template of about so many bytes, with a module after the other, indented as Bicep indents. */
export function generateTemplate(bytes) {
  const one = JSON.stringify(deployment(0), undefined, 2).length * 1.1;
  return JSON.stringify(
    {
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      contentVersion: "1.0.0.0",
      resources: Array.from({ length: Math.max(1, Math.round(bytes / one)) }, (_, index) =>
        deployment(index),
      ),
    },
    undefined,
    2,
  );
}

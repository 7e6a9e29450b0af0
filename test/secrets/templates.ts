import { secret } from "./planted.ts";
import type { PlantedInput } from "./planted-input.ts";

const SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
const API = "2024-05-01";

const json = (value: unknown) => JSON.stringify(value, undefined, 2);

export function template(resources: readonly object[], more: object = {}): string {
  return json({
    $schema: SCHEMA,
    contentVersion: "1.0.0.0",
    ...more,
    resources: resources.map((one) => ({ apiVersion: API, ...one })),
  });
}

function connection(name: string, sharedKey: unknown) {
  return {
    type: "Microsoft.Network/connections",
    name,
    location: "westeurope",
    properties: { connectionType: "IPsec", sharedKey },
  };
}

function deployment(name: string, properties: object) {
  return {
    type: "Microsoft.Resources/deployments",
    name,
    properties: { mode: "Incremental", ...properties },
  };
}

/** Each way in which a template comes by a secret. */
export function parameterTemplate(stem: string): PlantedInput {
  const secure = { type: "securestring" };
  const nested = {
    $schema: SCHEMA,
    contentVersion: "1.0.0.0",
    parameters: { inner: secure, plain: { type: "string" } },
    variables: { innerSharedKey: secret(`${stem} inner variable`) },
    resources: [
      { apiVersion: API, ...connection("nested-secure", "[parameters('inner')]") },
      { apiVersion: API, ...connection("nested-plain", "[parameters('plain')]") },
      { apiVersion: API, ...connection("nested-variable", "[variables('innerSharedKey')]") },
    ],
    outputs: { sharedKey: { type: "string", value: "[parameters('plain')]" } },
  };
  return {
    input: "main.json",
    flags: ["--parameters", `byHand=${secret(`${stem} by hand`)}`],
    files: {
      "main.json": template(
        [
          connection("standard", "[parameters('standard')]"),
          connection("given", "[parameters('given')]"),
          connection("by-hand", "[parameters('byHand')]"),
          connection("member", "[parameters('whole').vpn.sharedKey]"),
          connection("chosen", "[if(true(), parameters('given'), '')]"),
          connection("first", "[coalesce(parameters('given'), 'none')]"),
          connection("computed", "[concat(parameters('given'), '-x')]"),
          connection("hashed", "[uniqueString(parameters('given'))]"),
          connection("base64", "[base64(parameters('given'))]"),
          connection("variable", "[variables('vpnSharedKey')]"),
          connection("inside", "[variables('settings').sharedKey]"),
          connection("copied", "[variables('list')[0].sharedKey]"),
          connection("literal", secret(`${stem} literal`)),
          connection("from-output", "[reference('inner').outputs.sharedKey.value]"),
          connection("named-[parameters('given')]", "x"),
          connection("[parameters('given')]", "x"),
          { ...connection("tagged", ""), tags: { note: "[parameters('given')]" } },
          deployment("inner", {
            expressionEvaluationOptions: { scope: "inner" },
            parameters: {
              inner: { value: "[parameters('given')]" },
              plain: { value: secret(`${stem} given to nested`) },
            },
            template: nested,
          }),
          deployment("linked", {
            templateLink: { relativePath: "linked.json" },
            parameters: { key: { value: "[parameters('whole').vpn.sharedKey]" } },
          }),
        ],
        {
          parameters: {
            standard: { ...secure, defaultValue: secret(`${stem} default`) },
            given: secure,
            byHand: secure,
            whole: { type: "secureObject" },
            plainSharedKey: { type: "string" },
            sharedKeyAsNumber: { type: "int" },
            oneOf: {
              ...secure,
              allowedValues: [secret(`${stem} allowed`)],
              defaultValue: secret(`${stem} not one`),
            },
            short: { ...secure, maxLength: 3, defaultValue: secret(`${stem} too long`) },
            config: {
              type: "object",
              defaultValue: { sharedKey: secret(`${stem} in an object`) },
            },
            number: { type: "int" },
          },
          variables: {
            vpnSharedKey: secret(`${stem} variable`),
            settings: { sharedKey: secret(`${stem} settings`) },
            list: [{ sharedKey: secret(`${stem} list`) }],
            brokenSharedKey: `[substring('${secret(`${stem} substring`)}', 0, 300)]`,
            openSharedKey: `[concat('${secret(`${stem} not closed`)}, 'x')]`,
          },
          outputs: {
            key: { type: "string", value: "[parameters('given')]" },
            cut: { type: "string", value: "[substring(parameters('plainSharedKey'), 0, 300)]" },
            broken: { type: "string", value: "[variables('brokenSharedKey')]" },
            open: { type: "string", value: "[variables('openSharedKey')]" },
            number: { type: "int", value: "[int(parameters('plainSharedKey'))]" },
          },
        },
      ),
      "main.parameters.json": json({
        $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
        contentVersion: "1.0.0.0",
        parameters: {
          given: { value: secret(`${stem} given`, 200) },
          whole: { value: { vpn: { sharedKey: secret(`${stem} in a secure object`) } } },
          plainSharedKey: { value: secret(`${stem} plain`) },
          sharedKeyAsNumber: { value: secret(`${stem} a number`) },
          undeclaredSharedKey: { value: secret(`${stem} undeclared`) },
        },
      }),
      "linked.json": template(
        [
          connection("linked-given", "[parameters('key')]"),
          connection("linked-own", secret(`${stem} linked`)),
        ],
        { parameters: { key: secure } },
      ),
    },
  };
}

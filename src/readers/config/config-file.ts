import * as z from "zod";

/** `isthmus.config.yaml`: what a project thinks of rules. */

const severity = z.enum(["error", "warning", "info", "off"]);
const text = z.string().min(1);

const ignored = z.strictObject({
  rule: text
    .meta({ examples: ["subnet/too-small-gateway-subnet"] })
    .describe("The id of a rule, or every rule of a noun: subnet/*."),
  resource: text
    .meta({ examples: ["hub/GatewaySubnet"] })
    .exactOptional()
    .describe("A name, with that of its parent where that is needed, or an id; * stands for any letters."),
  file: text
    .meta({ examples: ["infra/*.json"] })
    .exactOptional()
    .describe("A path from the folder of this file; * stands for any letters but /, ** for folders too."),
  reason: text.describe("Why it stays as it is."),
});

export const configFile = z.strictObject({
  severities: z
    .record(z.string(), severity)
    .meta({ examples: [{ "virtual-network/too-large-address-space": "off" }] })
    .exactOptional()
    .describe("By the id of a rule, or of every rule of a noun: subnet/*. No error can be turned off."),
  ignore: z.array(ignored).exactOptional(),
});

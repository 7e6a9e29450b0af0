import { isList, isObject, isUnknown, type Value, type ValueObject } from "../../model/unknown.ts";
import { azapiType } from "./azapi-resource.ts";
import { terraformTypes } from "./azurerm/index.ts";
import type { IdOf } from "./block-ids.ts";
import { jsonAt } from "./json-at.ts";
import type { Block } from "./plan.ts";
import { referredBlocks } from "./referred-blocks.ts";

/** What a member of ARM's refers to by an id: the end of its name says the type. */
const NOUNS = [
  { noun: /virtualNetwork$/i, type: "microsoft.network/virtualnetworks" },
  { noun: /subnet$/i, type: "microsoft.network/virtualnetworks/subnets" },
  { noun: /routeTable$/i, type: "microsoft.network/routetables" },
  { noun: /networkSecurityGroup$/i, type: "microsoft.network/networksecuritygroups" },
  { noun: /natGateway$/i, type: "microsoft.network/natgateways" },
  { noun: /publicIPAddress$/i, type: "microsoft.network/publicipaddresses" },
  { noun: /virtualNetworkGateway[12]?$/i, type: "microsoft.network/virtualnetworkgateways" },
  { noun: /localNetworkGateway2?$/i, type: "microsoft.network/localnetworkgateways" },
  { noun: /^peer$/i, type: "microsoft.network/expressroutecircuits" },
];

/**
 * Terraform writes down what a whole body refers to, and not which member refers to what. Where all that a member could
 * mean is one resource, it is that one.
 */
export function withReferences(body: ValueObject, block: Block, idOf: IdOf): ValueObject {
  if (block.expressions === undefined) return body;
  const referred = referredBlocks(jsonAt(block.expressions, "body"), block.module, block.key);
  const blocks = [...new Set(referred.map((one) => one.block))];
  const idMeantBy = (member: string): string | undefined => {
    const wanted = NOUNS.find(({ noun }) => noun.test(member))?.type;
    const [one, ...more] = blocks.filter((other) => other !== block && armTypeOf(other) === wanted);
    return one && more.length === 0 ? idOf(one) : undefined;
  };
  return objectWith(body, idMeantBy);
}

function armTypeOf(block: Block): string | undefined {
  const type = block.type === "azapi_resource" ? azapiType(block) : terraformTypes.get(block.type)?.type;
  return type?.toLowerCase();
}

type IdMeantBy = (member: string) => string | undefined;

function objectWith(object: ValueObject, idMeantBy: IdMeantBy): ValueObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      if (!isObject(value) || !isUnknown(value["id"])) return [key, valueWith(value, idMeantBy)];
      return [key, { ...value, id: idMeantBy(key) ?? value["id"] }];
    }),
  );
}

function valueWith(value: Value, idMeantBy: IdMeantBy): Value {
  if (isList(value)) return value.map((item) => valueWith(item, idMeantBy));
  return isObject(value) ? objectWith(value, idMeantBy) : value;
}

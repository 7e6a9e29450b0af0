export { type Address, addressFamily, compareAddresses } from "./address.ts";
export { type Allocator, createAllocator } from "./allocator.ts";
export type { Family } from "./family.ts";
export { formatAddress } from "./format-address.ts";
export { formatPrefix } from "./format-prefix.ts";
export { freeBlocks, nextFreeBlock, subtract } from "./free-blocks.ts";
export { overlappingPairs } from "./overlapping-pairs.ts";
export { parseAddress } from "./parse-address.ts";
export { alignPrefix, parsePrefix } from "./parse-prefix.ts";
export {
  addressAt,
  addressCount,
  firstAddress,
  hostPrefix,
  lastAddress,
  type Prefix,
  prefixOf,
} from "./prefix.ts";
export {
  comparePrefixes,
  contains,
  containsAddress,
  equals,
  intersect,
  overlaps,
} from "./prefix-relations.ts";
export { createPrefixTable, type PrefixTable } from "./prefix-table.ts";
export { parentOf, split } from "./split.ts";
export { summarise } from "./summarise.ts";
export { translate } from "./translate.ts";

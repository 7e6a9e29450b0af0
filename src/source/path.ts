/** Keys and indexes from the root of a file to one value in it: `["virtualNetworks", "hub", "subnets", 0]`. */
export type Path = readonly (string | number)[];

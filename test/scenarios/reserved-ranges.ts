/**
 * What Azure drops while nothing longer leads there. The documents list four ranges and recorded subnets mostly three
 * (never 172.16.0.0/12), some none at all: predictions take the documented four.
 */
export const reservedRanges = [
  "Default Active 10.0.0.0/8 None",
  "Default Active 100.64.0.0/10 None",
  "Default Active 172.16.0.0/12 None",
  "Default Active 192.168.0.0/16 None",
] as const;

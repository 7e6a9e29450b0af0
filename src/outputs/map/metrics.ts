/** Sizes in the units of the drawing, which are pixels at 100 %. */
export const metrics = {
  nameSize: 13,
  detailSize: 11.5,
  labelSize: 11,
  lineHeight: 17,
  cardPadding: 12,
  narrowestCard: 132,
  widestCard: 216,
  hubExtra: 24,
  columnGap: 30,
  rowGap: 58,
  clusterGap: 44,
  areaPadding: 28,
  areaTitle: 40,
  areaGap: 56,
  page: 32,
  widestRow: 1240,
} as const;

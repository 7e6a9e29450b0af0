import { RETAIL_PRODUCTS, RETAIL_ZONES } from "./products.ts";

/**
 * The questions to ask, as `$filter` and `currencyCode`. Of all regions: one a service. Of some: one a service and
 * region, and one a service and zone, for `eq` and `and` are all that Azure's page promises.
 */
export function retailQueries(regions: readonly string[], currency: string): readonly string[] {
  const places = regions.length === 0 ? [undefined] : [...new Set([...regions, ...RETAIL_ZONES])];
  return Object.keys(RETAIL_PRODUCTS).flatMap((service) =>
    places.map((place) => {
      const filter = [
        `serviceName eq '${service}'`,
        "priceType eq 'Consumption'",
        ...(place === undefined ? [] : [`armRegionName eq '${place}'`]),
      ].join(" and ");
      return `currencyCode='${currency}'&$filter=${encodeURIComponent(filter)}`;
    }),
  );
}

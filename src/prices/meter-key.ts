/** What tells one meter from another. */
export interface MeterName {
  readonly serviceName: string;
  readonly productName: string;
  readonly meterName: string;
  readonly location: string | undefined;
}

export function keyOfMeter(meter: MeterName): string {
  return `${keyAnywhere(meter)}\n${meter.location ?? ""}`;
}

/** The same for all regions. */
export function keyAnywhere({ serviceName, productName, meterName }: MeterName): string {
  return [serviceName, productName, meterName].join("\n");
}

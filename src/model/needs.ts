import type { Origin } from "../source/origin.ts";

/** What a connection must come true as. Absent: not asked for. Each says where it was asked. */
export interface Needs {
  /** `acrossInternet`: whatever crosses the internet is encrypted; that is asked of every connection. */
  readonly encryption?: Asked<"acrossInternet" | "betweenNetworks" | "byApplication">;
  readonly internet?: Asked<"forbidden">;
  /** In percent: 99.95. */
  readonly sla?: Asked<number>;
  readonly bandwidth?: Asked<{ readonly atLeastMbps: number; readonly guaranteed: boolean }>;
  readonly latency?: Asked<{ readonly atMostMs: number }>;
  readonly leadTime?: Asked<{ readonly atMostDays: number }>;
  readonly budget?: Asked<{ readonly amount: number; readonly currency: string }>;
  readonly traffic?: Asked<Traffic>;
  readonly resilience?: Asked<"instance" | "zone" | "device" | "circuit" | "peeringLocation" | "region">;
  readonly inspect?: Asked<"firewall">;
}

export interface Asked<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** Gigabytes a month, from the first end to the second and back. */
export interface Traffic {
  readonly there: number;
  readonly back: number;
}

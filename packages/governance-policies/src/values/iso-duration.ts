const DURATION =
  /^P?(?=\d|T\d)(?:(?<years>\d+)Y)?(?:(?<months>\d+)M)?(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?:T(?=\d)(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?$/i;

const DAYS_IN: Readonly<Record<string, number>> = {
  years: 365,
  months: 30,
  weeks: 7,
  days: 1,
  hours: 1 / 24,
  minutes: 1 / 1440,
  seconds: 1 / 86_400,
};

/** Days of a duration as SageMaker takes it for `ExpireAfter`: `P30D`, `30d`, `PT12H`; undefined for anything else. */
export function daysOf(duration: string): number | undefined {
  const parts = DURATION.exec(duration)?.groups;
  if (parts === undefined) return undefined;
  return Object.entries(DAYS_IN).reduce((sum, [unit, days]) => sum + Number(parts[unit] ?? 0) * days, 0);
}

/** A duration of at most so many days, in days, hours or minutes; undefined for less than a minute. */
export function durationOf(days: number): string | undefined {
  if (days >= 1) return Number.isInteger(days) ? `P${days}D` : `PT${Math.floor(days * 24)}H`;
  const minutes = Math.floor(days * 1440);
  if (minutes < 1) return undefined;
  return minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`;
}

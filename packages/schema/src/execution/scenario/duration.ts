const DURATION = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?(?:(\d+)ms)?$/;
const SECONDS = [86_400, 3_600, 60, 1, 0.001];

/** Seconds of a duration such as `90s`, `2m`, `3m20s`, `1h30m`, `1d`, `500ms`; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const match = text === '' ? null : DURATION.exec(text);
  if (match === null) return undefined;
  return SECONDS.reduce((sum, seconds, index) => sum + Number(match[index + 1] ?? 0) * seconds, 0);
}

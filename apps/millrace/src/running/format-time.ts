const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A duration for people: `0s`, `0.4s`, `3m 20s`, `2h 5m`, `1d 3h`. Takes seconds. */
export function formatDuration(seconds: number): string {
  if (seconds > 0 && seconds < 9.95) return `${Number(seconds.toFixed(1))}s`;
  const whole = Math.round(seconds);
  if (whole < MINUTE) return `${whole}s`;
  if (whole < HOUR) return join(Math.floor(whole / MINUTE), 'm', [whole % MINUTE, 's']);
  if (whole < DAY) return join(Math.floor(whole / HOUR), 'h', [Math.floor((whole % HOUR) / MINUTE), 'm']);
  return join(Math.floor(whole / DAY), 'd', [Math.floor((whole % DAY) / HOUR), 'h']);
}

function join(large: number, unit: string, [small, smallUnit]: readonly [number, string]): string {
  return small === 0 ? `${large}${unit}` : `${large}${unit} ${small}${smallUnit}`;
}

/** A moment of a run as a clock that starts at zero: `0:00`, `12:50`, `1:02:03`. Takes seconds. */
export function formatClock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const hours = Math.floor(whole / HOUR);
  return hours === 0 ? `${minutes}:${two(whole % MINUTE)}` : `${hours}:${two(minutes)}:${two(whole % MINUTE)}`;
}

import { performance } from 'node:perf_hooks';

/** How long one size takes. */
export interface ScalingFigure {
  readonly steps: number;
  /** Median wall time, in milliseconds. */
  readonly milliseconds: number;
}

/** Something to measure, of a number of steps. */
export interface Grown<T> {
  readonly steps: number;
  readonly input: T;
}

/** The aim: ten times the steps take at most this many times the time. */
export const GROWTH_AIM = 12;

/**
 * How long a way takes by size. Sizes take turns, so that a machine that is busy for a while slows them alike; the first
 * round lets the engine compile.
 */
export async function timesBySize<T>(
  grown: readonly Grown<T>[],
  way: (input: T) => unknown,
  runs: number,
): Promise<readonly ScalingFigure[]> {
  const times = grown.map((): number[] => []);
  for (let run = -1; run < runs; run += 1) {
    for (const [index, { input }] of grown.entries()) {
      const start = performance.now();
      await way(input);
      if (run >= 0) times[index]?.push(performance.now() - start);
    }
  }
  return grown.map(({ steps }, index) => ({ steps, milliseconds: median(times[index] ?? []) }));
}

/** A line for each size, with its ratio to the one before. */
export function describeFigures(figures: readonly ScalingFigure[]): readonly string[] {
  return figures.map(({ steps, milliseconds }, index) => {
    const before = figures[index - 1];
    const ratio = before === undefined ? '' : (milliseconds / before.milliseconds).toFixed(1);
    const growth = before === undefined ? '' : `, ${ratio} times that of ${before.steps}`;
    const each = ((milliseconds * 1_000) / steps).toFixed(0);
    return `  ${steps} steps: ${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms, ${each} µs a step${growth}`;
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

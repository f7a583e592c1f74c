import type { MetricDefinition } from '../../container-plans/container-plan.js';
import type { Metric } from '../launcher.js';

/** Finds metrics in log lines as SageMaker does: each definition's first group is the number. */
export class MetricCollector {
  readonly metrics: Metric[] = [];
  /** Names of definitions whose expression is none. */
  readonly unusable: readonly string[];
  readonly #patterns: readonly { readonly name: string; readonly pattern: RegExp }[];

  constructor(definitions: readonly MetricDefinition[]) {
    const compiled = definitions.map(({ name, regex }) => ({ name, pattern: compile(regex) }));
    this.unusable = compiled.filter(({ pattern }) => pattern === undefined).map(({ name }) => name);
    this.#patterns = compiled.flatMap(({ name, pattern }) => (pattern === undefined ? [] : [{ name, pattern }]));
  }

  /** Reads one line of the log. */
  read(line: string): void {
    for (const { name, pattern } of this.#patterns) {
      for (const match of line.matchAll(pattern)) {
        const value = Number(match[1]);
        if (match[1] !== undefined && match[1].trim() !== '' && Number.isFinite(value))
          this.metrics.push({ name, value });
      }
    }
  }
}

// Python's syntax and JavaScript's differ in names of groups and inline flags; both are rare in metric definitions.
function compile(regex: string): RegExp | undefined {
  const [, flags = '', body = ''] = /^(?:\(\?([ims]+)\))?([\s\S]*)$/.exec(regex.replace(/\(\?P</g, '(?<')) ?? [];
  try {
    return new RegExp(body, `g${flags}`);
  } catch {
    return undefined;
  }
}

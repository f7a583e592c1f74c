/** One kind of test: an npm script (and so an Nx target) plus the files that belong to it. */
export interface TestSuite {
  /** Name of the npm script and of the Nx target. */
  readonly script: string;
  readonly config: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Upper limit for one test, in milliseconds. */
  readonly timeout: number;
}

const endToEnd = '**/*.end-to-end.test.ts';
const shared = '**/*.shared.test.ts';

/** Suites are told apart by the ending of a file's name, so a test lies beside what it tests whatever its cost. */
export const testSuites = {
  unit: {
    script: 'test',
    config: 'vitest.config.ts',
    include: ['**/*.test.ts'],
    exclude: [endToEnd, shared],
    timeout: 10_000,
  },
  'end-to-end': {
    script: 'end-to-end',
    config: 'vitest.end-to-end.config.ts',
    include: [endToEnd],
    exclude: [],
    timeout: 300_000,
  },
  shared: {
    script: 'shared-suite',
    config: 'vitest.shared-suite.config.ts',
    include: [shared],
    exclude: [],
    timeout: 300_000,
  },
} as const satisfies Record<string, TestSuite>;

export type TestSuiteName = keyof typeof testSuites;

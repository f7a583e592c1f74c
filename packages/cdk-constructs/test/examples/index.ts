import type { App, Stack } from 'aws-cdk-lib';

/** A small complete use of one construct; rule packs, linters and baselines look at every one of them. */
export interface Example {
  readonly name: string;
  readonly make: (app: App) => Stack | Promise<Stack>;
}

/** Every construct has at least one example here. */
export const examples: readonly Example[] = [];

import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A property that cannot be as it is. */
export interface WrongProp {
  /** As the author writes it: `compute.maxConcurrency`. */
  readonly prop: string;
  /** What was given; shown as JSON, tokens as `<token>`. */
  readonly given: unknown;
  /** What would be right. */
  readonly allowed: string;
  /** What to do. */
  readonly help: string;
}

/**
 * Throws one error that names the construct and all that is wrong with its properties; does nothing where nothing is.
 * @throws Error
 */
export function refuse(construct: IConstruct, wrong: readonly WrongProp[]): void {
  if (wrong.length === 0) return;
  const lines = wrong.map(
    ({ prop, given, allowed, help }) => `${prop} is ${shown(given)}. Allowed: ${allowed}. ${help}`,
  );
  throw new Error(`${construct.node.path}: ${lines.join('\n  ')}`);
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  return Token.isUnresolved(value) ? '<token>' : (JSON.stringify(value) ?? String(value));
}

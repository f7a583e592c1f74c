import type { Diagnostic } from './diagnostic.js';

/**
 * What a stage returns: a value and everything it has to say.
 * `value` is undefined exactly when a diagnostic is blocking: there is nothing to go on with.
 */
export interface Outcome<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A value, with remarks that do not stand in its way. */
export function succeed<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { value, diagnostics };
}

/** No value, because of the given diagnostics. */
export function fail(diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { value: undefined, diagnostics };
}

/** The value unless a diagnostic is blocking. */
export function settle<T>(value: T, diagnostics: readonly Diagnostic[]): Outcome<T> {
  return diagnostics.some((each) => each.blocking) ? fail(diagnostics) : succeed(value, diagnostics);
}

/** Runs the next stage on the value, keeping what was said before; a blocked outcome stays blocked. */
export function andThen<A, B>(outcome: Outcome<A>, next: (value: A) => Outcome<B>): Outcome<B> {
  if (outcome.value === undefined) return fail(outcome.diagnostics);
  const following = next(outcome.value);
  return { value: following.value, diagnostics: [...outcome.diagnostics, ...following.diagnostics] };
}

/** True when a diagnostic of severity `error` is among them. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === 'error');
}

import { InvalidArgumentError } from 'commander';

/** Collects an option that may be given several times, in order. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Collects an option that may be given several times and takes only some values. */
export function collectFrom<T extends string>(
  choices: readonly T[],
): (value: string, before?: readonly T[]) => readonly T[] {
  return (value, before = []) => {
    const choice = choices.find((each) => each === value);
    if (choice === undefined) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
    return [...before, choice];
  };
}

/** Collects `NAME=VALUE`, split at the first `=`; the value may be empty. A name given twice takes its last value. */
export function collectPair(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const at = text.indexOf('=');
  if (at <= 0) throw new InvalidArgumentError('it must have the form NAME=VALUE');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

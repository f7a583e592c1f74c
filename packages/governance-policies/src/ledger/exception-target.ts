import picomatch from 'picomatch';

/** What an exception is about: files or constructs, and what inside them. */
export interface ExceptionTarget {
  /** Whether something goes by a name that is meant: a file relative to the project folder, or the path of a construct. */
  readonly names: (name: string) => boolean;
  /** Undefined: everything in the file. */
  readonly inside: InsideTarget | undefined;
}

interface InsideTarget {
  /** Whether a step is meant; the empty name stands for what belongs to no step. */
  readonly step: (name: string) => boolean;
  /** The words of a place in the step, and of all that lies below it; empty: the whole step. */
  readonly way: readonly string[];
}

/** Where a finding is, in the words of exceptions. */
export interface NamedPlace {
  /** Everything that it goes by: its file, the spec behind its template, its construct. */
  readonly names: readonly string[];
  readonly step: string;
  /** `Arguments/OutputDataConfig`. */
  readonly way: string;
}

/**
 * Reads `models/churn/pipeline.yaml#TrainModel/Arguments/OutputDataConfig`, `models/*` + `/pipeline.yaml`,
 * `Stack/Churn/JobRole/Resource`. `*`, `?`, `**`, `{a,b}` and `[ab]` are those of shells, in file, construct and step.
 */
export function exceptionTarget(path: string): ExceptionTarget {
  const [place = '', ...rest] = path.split('#');
  if (rest.length === 0) return { names: pattern(withoutDot(place)), inside: undefined };
  const [step = '', ...way] = rest.join('#').split('/');
  return { names: pattern(withoutDot(place)), inside: { step: pattern(step), way } };
}

/** Whether a target covers a place. */
export function covers({ names, inside }: ExceptionTarget, place: NamedPlace): boolean {
  if (!place.names.some(names)) return false;
  if (inside === undefined) return true;
  const words = place.way.split('/');
  return inside.step(place.step) && inside.way.every((word, index) => words[index] === word);
}

function withoutDot(path: string): string {
  return path.replace(/^(?:\.\/)+/, '');
}

/** Ids of constructs may hold what has a meaning in patterns, so a name also matches itself. */
function pattern(text: string): (name: string) => boolean {
  // picomatch refuses the empty pattern; it names what has no name.
  if (text === '') return (name) => name === '';
  const matches = picomatch(text, { dot: true, nonegate: true });
  return (name) => name === text || matches(name);
}

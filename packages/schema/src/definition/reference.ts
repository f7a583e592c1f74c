/**
 * The grammar of `Get` (rule R28): `Parameters.N`, `Execution.V`, `Steps.N.path`,
 * `PipelineExperimentConfig.ExperimentName|TrialName`.
 */
export type Reference =
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'execution'; readonly variable: string }
  | { readonly kind: 'experiment'; readonly member: string }
  | { readonly kind: 'propertyFile'; readonly step: string; readonly file: string }
  | { readonly kind: 'property'; readonly step: string; readonly path: PropertyPath };

/** A way into a `Describe*` response: `.Member`, `[0]`, `['key']`. */
export type PropertyPath = readonly PropertySegment[];

/** One part of a property path. */
export type PropertySegment = { readonly member: string } | { readonly index: number } | { readonly key: string };

const STEP = /^Steps\.([A-Za-z0-9\-_]+)((?:\.|\[).+)$/s;
// Members of AWS are plain words; property files, which stand in the same place, may have hyphens.
const SEGMENT = /\.([\w-]+)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/y;

/** Parses the text of a `Get`; undefined when it is none of the four forms. */
export function parseReference(text: string): Reference | undefined {
  const [head = '', ...rest] = text.split('.');
  const tail = rest.join('.');
  if (head === 'Parameters' && tail !== '') return { kind: 'parameter', name: tail };
  if (head === 'Execution' && /^\w+$/.test(tail)) return { kind: 'execution', variable: tail };
  if (head === 'PipelineExperimentConfig' && /^(ExperimentName|TrialName)$/.test(tail))
    return { kind: 'experiment', member: tail };
  return parseStepReference(text);
}

function parseStepReference(text: string): Reference | undefined {
  const [, step, tail] = STEP.exec(text) ?? [];
  if (step === undefined || tail === undefined) return undefined;
  const file = propertyFileIn(tail);
  if (file !== undefined) return { kind: 'propertyFile', step, file };
  const path = parsePropertyPath(tail);
  return path === undefined ? undefined : { kind: 'property', step, path };
}

// Names of property files may hold hyphens and digits, which members of a property path cannot.
const PROPERTY_FILE = /^\.PropertyFiles(?:\.([A-Za-z0-9\-_]+)|\['([^']+)'\]|\["([^"]+)"\])$/;

function propertyFileIn(tail: string): string | undefined {
  const [, bare, singleQuoted, doubleQuoted] = PROPERTY_FILE.exec(tail) ?? [];
  return bare ?? singleQuoted ?? doubleQuoted;
}

/** Parses `.A.B[0]['c']`; undefined when the text is not of that form. */
export function parsePropertyPath(text: string): PropertyPath | undefined {
  const path: PropertySegment[] = [];
  SEGMENT.lastIndex = 0;
  while (SEGMENT.lastIndex < text.length) {
    const match = SEGMENT.exec(text);
    if (match === null) return undefined;
    const [, member, index, singleQuoted, doubleQuoted] = match;
    if (member !== undefined) path.push({ member });
    else if (index !== undefined) path.push({ index: Number(index) });
    else path.push({ key: (singleQuoted ?? doubleQuoted ?? '').replace(/\\(.)/g, '$1') });
  }
  return path;
}

/** Prints `Steps.S.A.B[0]['c']` as the SageMaker SDK does. */
export function formatPropertyReference(step: string, path: PropertyPath): string {
  return `Steps.${step}${formatPropertyPath(path)}`;
}

/** Prints `.A.B[0]['c']`. */
export function formatPropertyPath(path: PropertyPath): string {
  return path.map(formatSegment).join('');
}

function formatSegment(segment: PropertySegment): string {
  if ('member' in segment) return `.${segment.member}`;
  if ('index' in segment) return `[${segment.index}]`;
  return `['${segment.key}']`;
}

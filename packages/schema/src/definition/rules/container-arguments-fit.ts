import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Path } from '../../diagnostics/diagnostic.js';
import { isJsonList, type Json } from '../../source/json.js';
import { isNumber, numberText } from '../../source/source-number.js';
import type { DefinitionRule } from '../definition-rule.js';
import { asExpression } from '../expression.js';
import { jobRequestsOf } from '../job-requests.js';
import { listAt } from '../member-at.js';
import { parseReference } from '../reference.js';

/** Members of ContainerEntrypoint and ContainerArguments (service model); counted after parameters are filled in. */
const LONGEST = 256;

const LISTS = ['AppSpecification', 'AlgorithmSpecification'].flatMap((parent) =>
  ['ContainerEntrypoint', 'ContainerArguments'].map((list) => [parent, list]),
);

const diagnostics = defineDiagnostics('definition', {
  'container-argument-too-long': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R74'],
    message: (p: { given: number }) =>
      `with the defaults of its parameters this argument has at least ${p.given} characters, but ${LONGEST} are allowed`,
    help: () => 'pass long values through a file in S3 or an environment variable',
    explanation:
      'Each argument of a container has at most 256 characters, and SageMaker counts them after parameters have been filled in (issue 5224 of the SageMaker Python SDK): the job fails to start. Values that are only known at run time are counted as nothing here.',
  },
});

/** Arguments of containers are short enough with the defaults of their parameters. */
export const containerArgumentsFit: DefinitionRule = {
  rules: ['R74'],
  diagnostics,
  check: function* ({ definition, steps }) {
    const defaults = new Map((definition.Parameters ?? []).map(({ Name, DefaultValue }) => [Name, DefaultValue]));
    for (const { job, path } of steps.flatMap(jobRequestsOf)) {
      for (const list of LISTS) {
        for (const [index, argument] of listAt(job, ...list).entries()) {
          // The length of literal texts is checked against the service model.
          const given = typeof argument === 'string' ? 0 : knownLength(argument, defaults);
          const place: Path = [...path, ...list, index];
          if (given > LONGEST) yield diagnostics['container-argument-too-long']({ given }, { path: place });
        }
      }
    }
  },
};

/** The number of characters of what is known of a text. */
function knownLength(value: Json | undefined, defaults: ReadonlyMap<string, Json | undefined>): number {
  if (typeof value === 'string') return [...value].length;
  if (isNumber(value)) return numberText(value).length;
  const expression = asExpression(value);
  if (expression?.kind === 'join' && isJsonList(expression.values)) {
    const separators = knownLength(expression.on, defaults) * Math.max(0, expression.values.length - 1);
    return expression.values.reduce<number>((sum, part) => sum + knownLength(part, defaults), separators);
  }
  if (expression?.kind === 'text')
    return expression.parts.reduce<number>((sum, part) => sum + knownLength(part, defaults), 0);
  if (expression?.kind !== 'get' || typeof expression.reference !== 'string') return 0;
  const reference = parseReference(expression.reference);
  const known = reference?.kind === 'parameter' ? defaults.get(reference.name) : undefined;
  // A default is no expression; one that is has been reported and counts as nothing.
  return typeof known === 'string' || isNumber(known) ? knownLength(known, defaults) : 0;
}

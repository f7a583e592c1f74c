import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { JsonObject } from '../../source/json.js';
import type { DefinitionRule } from '../definition-rule.js';

const MOST_PAIRS = 20;
const LONGEST_VALUE = 1024;
const KEY = /^[A-Za-z0-9\-_]{1,128}$/;

const diagnostics = defineDiagnostics('definition', {
  'invalid-metadata': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R15'],
    message: (p: { problem: string }) => p.problem,
    help: () => 'up to 20 pairs; keys of 1 to 128 letters, digits, "-" and "_"; values of at most 1,024 characters',
    explanation:
      'The metadata of a pipeline is a map of at most 20 short texts (facts of the published schema and the quotas page).',
  },
});

/** Metadata has few, short entries. */
export const metadataIsWithinLimits: DefinitionRule = {
  rules: ['R15'],
  diagnostics,
  check: function* ({ definition: { Metadata } }) {
    if (Metadata === undefined) return;
    const given = Object.keys(Metadata).length;
    if (given > MOST_PAIRS) {
      yield diagnostics['invalid-metadata'](
        { problem: `the metadata has ${given} pairs, at most ${MOST_PAIRS} are allowed` },
        { path: ['Metadata'] },
      );
    }
    for (const { key, problem } of badEntries(Metadata))
      yield diagnostics['invalid-metadata']({ problem }, { path: ['Metadata', key] });
  },
};

function* badEntries(metadata: JsonObject) {
  for (const [key, value] of Object.entries(metadata)) {
    if (!KEY.test(key)) yield { key, problem: `"${key}" is not a key of metadata` };
    if (typeof value !== 'string') yield { key, problem: `the metadata "${key}" is not text` };
    else if (value.length > LONGEST_VALUE)
      yield { key, problem: `the metadata "${key}" has ${value.length} characters` };
  }
}

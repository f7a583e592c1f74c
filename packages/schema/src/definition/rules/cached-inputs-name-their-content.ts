import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { cachedStepsThatMissChangedData } from '../../judgements/cached-steps-that-miss-changed-data.js';
import { violated } from '../../judgements/judged.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'cache-ignores-content': {
    severity: 'info',
    kind: 'remark',
    rules: ['R71'],
    message: (p: { reason: string }) => p.reason,
    help: () =>
      'when data changes, give it a new URI (a date or version in the path, or a parameter), or switch caching off',
    explanation:
      'Whether a result can be used again is decided by the URIs of the inputs, not by what lies there. New data in the same place is not noticed until the cache expires. That is right for data that never changes; other data needs a URI of its own for each version. Each URI is named once, at the first step that reads it.',
  },
});

/** Inputs of cached steps have a URI that changes with their content. */
export const cachedInputsNameTheirContent: DefinitionRule = {
  rules: ['R71'],
  diagnostics,
  check: function* (context) {
    const told = new Set<string>();
    for (const { uri, reason, path } of violated(cachedStepsThatMissChangedData(context))) {
      if (told.has(uri)) continue;
      told.add(uri);
      yield diagnostics['cache-ignores-content']({ reason }, { path });
    }
  },
};

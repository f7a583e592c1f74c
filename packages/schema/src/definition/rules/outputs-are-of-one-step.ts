import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { violated } from '../../judgements/judged.js';
import { outputsThatStepsShare, type SharedPlace } from '../../judgements/outputs-that-steps-share.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'shared-by-steps': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R79'],
    message: (p: { reason: string }) => p.reason,
    help: () => 'give each output a folder of its own, for example the name of its step',
    explanation:
      'Files of the same name overwrite each other in S3, without a message, and whoever reads the place gets the files of both. Which of two steps comes last is not certain unless one depends on the other. Each place is told once.',
  },
});

/** Outputs of jobs lie in a place of their own for each step. */
export const outputsAreOfOneStep: DefinitionRule = {
  rules: ['R79'],
  diagnostics,
  check: function* (context) {
    const places = new Map<unknown, SharedPlace[]>();
    for (const each of violated(outputsThatStepsShare(context))) {
      const same = places.get(each.other);
      if (same === undefined) places.set(each.other, [each]);
      else same.push(each);
    }
    for (const [first, ...others] of places.values()) yield* tell(first, others);
  },
};

/** One message a place: where many steps write to one, they are mended together. */
function* tell(first: SharedPlace | undefined, others: readonly SharedPlace[]): Iterable<Diagnostic> {
  if (first === undefined) return;
  const more = others.map(({ path }) => ({ message: 'and this output', path }));
  yield diagnostics['shared-by-steps'](first, { path: first.path, related: [...(first.related ?? []), ...more] });
}

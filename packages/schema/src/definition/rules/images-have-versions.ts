import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { imagesThatMayChange } from '../../judgements/images-that-may-change.js';
import { violated } from '../../judgements/judged.js';
import type { DefinitionRule } from '../definition-rule.js';

const diagnostics = defineDiagnostics('definition', {
  'image-may-change': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R105'],
    message: (p: { reason: string }) => p.reason,
    help: () => 'use a tag that is never moved, such as a version, or a digest: name@sha256:…',
    explanation:
      'An image with the tag latest, or without any, is whatever was pushed to the repository last. Two executions of one definition may then run different code, a registered model cannot be made again, and a cached step does not notice that its image has changed. Each image is named once.',
  },
});

/** Images are named by a version that stays. */
export const imagesHaveVersions: DefinitionRule = {
  rules: ['R105'],
  diagnostics,
  check: function* (context) {
    const told = new Set<string>();
    for (const { image, reason, path } of violated(imagesThatMayChange(context))) {
      if (told.has(image)) continue;
      told.add(image);
      yield diagnostics['image-may-change']({ reason }, { path });
    }
  },
};

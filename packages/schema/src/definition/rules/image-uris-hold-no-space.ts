import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { IMAGE_MEMBERS } from '../../judgements/images-that-may-change.js';
import type { DefinitionRule } from '../definition-rule.js';
import { walkRequest } from '../request-values.js';

const diagnostics = defineDiagnostics('definition', {
  'image-with-space': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R105'],
    message: (p: { image: string }) => `the image ${JSON.stringify(p.image)} has white space in it`,
    help: () => 'write it in one piece, as 123456789012.dkr.ecr.us-east-1.amazonaws.com/name:tag',
    explanation:
      'No image can be pulled by a name with spaces, tabs or line ends in it. They usually come from copying, or from a line that a template has broken.',
  },
});

/** The names of images are written in one piece. */
export const imageUrisHoldNoSpace: DefinitionRule = {
  rules: ['R105'],
  diagnostics,
  check: function* ({ steps }) {
    const found: Diagnostic[] = [];
    for (const placed of steps) {
      walkRequest(placed, (value, place) => {
        if (typeof value === 'string' && IMAGE_MEMBERS.has(place.at(-1)) && /\s/.test(value))
          found.push(diagnostics['image-with-space']({ image: value }, { path: place.toPath() }));
      });
    }
    yield* found;
  },
};

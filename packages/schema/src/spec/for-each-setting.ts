import { z } from 'zod';
import { reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';

const SCALAR = { type: ['string', 'number', 'boolean'] };
const FOR_EACH_VALUE = { anyOf: [SCALAR, { type: 'object', additionalProperties: SCALAR }] };

/** `forEach`: known to editors and to did-you-mean. In an expanded spec, which is what is validated, no step has one. */
export const forEachSetting = z
  .unknown()
  .meta({
    description:
      'Items, each of which becomes a step: a list, or a map of keys and values. The step reads them as each.key, each.value, each.value.FIELD and each.index, each between a dollar sign with a brace and a closing brace.',
    anyOf: [
      { type: 'array', minItems: 1, items: FOR_EACH_VALUE },
      { type: 'object', minProperties: 1, additionalProperties: FOR_EACH_VALUE },
    ],
  })
  .transform((_, context): undefined => {
    reportIssue(context, specDiagnostics['unknown-key'], { parameters: { key: 'forEach', allowed: [], given: [] } });
    return z.NEVER;
  })
  .optional();

import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { DefinitionRule } from '../definition-rule.js';
import type { PlacedStep } from '../placed-steps.js';

const LONGEST_DESCRIPTION = 3072;
const LONGEST_DISPLAY_NAME = 256;
const PUBLISHED_FORM = /^[A-Za-z0-9\-_]{1,64}$/;

const diagnostics = defineDiagnostics('definition', {
  'text-too-long': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R10'],
    message: (p: { what: string; given: number; atMost: number }) =>
      `${p.what} has at most ${p.atMost} characters, but ${p.given} are given`,
    help: () => 'shorten it',
    explanation:
      'The description of a step has at most 3,072 characters, its display name at most 256 (SageMaker API).',
  },
  'free-display-name': {
    severity: 'info',
    kind: 'remark',
    rules: ['R10'],
    message: (p: { name: string }) =>
      `the display name "${p.name}" is not of the form that the published schema demands`,
    help: () => 'nothing to do: the service takes free text of up to 256 characters',
    explanation:
      'The JSON schema that AWS publishes allows only 64 letters, digits, hyphens and underscores as a display name. The service takes free text; tools that check with that schema will complain.',
  },
});

/** Descriptions and display names are not too long. */
export const stepTextsFit: DefinitionRule = {
  rules: ['R10'],
  diagnostics,
  check: function* ({ steps }) {
    for (const placed of steps) yield* checkStep(placed);
  },
};

function* checkStep({ step: { Description = '', DisplayName }, path }: PlacedStep) {
  if (Description.length > LONGEST_DESCRIPTION) {
    const parameters = { what: 'the description of a step', given: Description.length, atMost: LONGEST_DESCRIPTION };
    yield diagnostics['text-too-long'](parameters, { path: [...path, 'Description'] });
  }
  if (DisplayName === undefined) return;
  const place = { path: [...path, 'DisplayName'] };
  if (DisplayName.length > LONGEST_DISPLAY_NAME) {
    const parameters = { what: 'the display name of a step', given: DisplayName.length, atMost: LONGEST_DISPLAY_NAME };
    yield diagnostics['text-too-long'](parameters, place);
  } else if (!PUBLISHED_FORM.test(DisplayName)) {
    yield diagnostics['free-display-name']({ name: DisplayName }, place);
  }
}

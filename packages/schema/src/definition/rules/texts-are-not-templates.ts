import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Json } from '../../source/json.js';
import { walkJson } from '../../source/walk-json.js';
import type { DefinitionRule } from '../definition-rule.js';

const SIGNS: readonly { readonly sign: RegExp; readonly what: string }[] = [
  { sign: /\{'(?:Get|Std:Join|Std:JsonGet)': /, what: 'a Python expression printed as text' },
  {
    sign: /<?sagemaker\.workflow\.|Parameter(?:String|Integer|Float|Boolean)\(|ExecutionVariable\(/,
    what: 'a Python object printed as text',
  },
  { sign: /\{\{[^{}]*\}\}/, what: 'a {{…}} placeholder' },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is about such placeholders
  { sign: /\$\{[^{}]*\}/, what: 'a ${…} placeholder' },
];

const diagnostics = defineDiagnostics('definition', {
  'text-looks-like-template': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R42'],
    message: (p: { what: string }) => `this text holds ${p.what}, which SageMaker passes on as it is`,
    help: () =>
      'use Get and Std:Join where a value was meant; ignore this where the text is meant literally, such as for a shell',
    explanation:
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is about such placeholders
      'SageMaker resolves no placeholders inside texts. A definition with "${x}", "{{x}}" or the printed form of a Python variable usually comes from a template that was not filled in, or from an f-string with a pipeline variable (issue 3495 of the SageMaker Python SDK): the job gets the literal text.',
  },
});

/** Texts hold no placeholders that nobody fills in. */
export const textsAreNotTemplates: DefinitionRule = {
  rules: ['R42'],
  diagnostics,
  foreignOnly: true,
  check: ({ steps }) => {
    const found: Diagnostic[] = [];
    for (const { step, path } of steps) {
      for (const [member, value] of Object.entries(step.Arguments)) {
        if (member === 'IfSteps' || member === 'ElseSteps') continue;
        walkJson(value, [...path, 'Arguments', member], (each, place) => {
          const what = typeof each === 'string' ? signIn(each) : undefined;
          if (what !== undefined)
            found.push(diagnostics['text-looks-like-template']({ what }, { path: place.toPath() }));
        });
      }
    }
    return found;
  },
};

function signIn(text: Json & string): string | undefined {
  return SIGNS.find(({ sign }) => sign.test(text))?.what;
}

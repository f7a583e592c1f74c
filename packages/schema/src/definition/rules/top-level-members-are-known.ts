import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { suggest } from '../../diagnostics/did-you-mean.js';
import type { DefinitionRule } from '../definition-rule.js';

const KNOWN = ['Version', 'Metadata', 'Parameters', 'PipelineExperimentConfig', 'MlflowConfig', 'Steps'];

const diagnostics = defineDiagnostics('definition', {
  'unknown-top-level-member': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R2'],
    message: (p: { key: string }) => `a definition has no member "${p.key}"`,
    help: (p) => suggest(p.key, KNOWN),
    explanation:
      'SageMaker refuses unknown members of a definition ("Cannot parse object, unknown property"). At the top level it knows Version, Metadata, Parameters, PipelineExperimentConfig, MlflowConfig and Steps. The name and the role of a pipeline are not part of its definition.',
  },
});

/** The top level has only the members that SageMaker knows. */
export const topLevelMembersAreKnown: DefinitionRule = {
  rules: ['R2'],
  diagnostics,
  check: function* ({ definition }) {
    for (const key of Object.keys(definition)) {
      if (!KNOWN.includes(key)) yield diagnostics['unknown-top-level-member']({ key }, { path: [key], target: 'key' });
    }
  },
};

import {
  checkDefinitionPolicies,
  GOVERNANCE_RULES,
  type PolicyEnvironment,
  policyOf,
} from '@millrace/governance-policies';
import { checkStructure, type GovernanceProfile, type PipelineDefinition, readDefinition } from '@millrace/schema';
import { type CorpusDefinition, corpusDefinitions } from '../corpus-verdicts/corpus-definition.js';
import { readShared } from '../shared-suite/shared-folder.js';
import { corpusEnvironment } from './corpus-environment.js';
import type { CorpusFinding } from './corpus-finding.js';

/** A way to check the whole corpus. */
export type CorpusRun = 'baseline' | 'regulated' | 'cost' | 'limits';

/** What all rules say of the corpus. */
export interface GovernedCorpus {
  readonly definitions: readonly CorpusDefinition[];
  readonly findings: Readonly<Record<CorpusRun, readonly CorpusFinding[]>>;
}

/**
 * Checks every definition under each profile for no environment in particular, and under all of them for one with limits.
 *
 * @throws InternalError where a rule fails
 */
export function governCorpus(): GovernedCorpus {
  const read = corpusDefinitions().map((each) => ({ ...each, definition: definitionOf(each) }));
  const run = (profiles: readonly GovernanceProfile[], environment?: PolicyEnvironment) => {
    const policy = policyOf({ rules: GOVERNANCE_RULES, profiles }).value ?? [];
    return read.flatMap(({ definition, ...about }) =>
      checkDefinitionPolicies(definition, { policy, environment }).map((finding) => ({ definition: about, finding })),
    );
  };
  return {
    definitions: read,
    findings: {
      baseline: run(['baseline']),
      regulated: run(['regulated']),
      cost: run(['cost']),
      limits: run(['regulated', 'cost'], corpusEnvironment()),
    },
  };
}

function definitionOf({ file }: CorpusDefinition): PipelineDefinition {
  const document = readDefinition(readShared('corpus/definitions', file), file).value;
  const definition = document && checkStructure(document).value?.definition;
  if (definition === undefined) throw new Error(`${file} has not the frame of a definition`);
  return definition;
}

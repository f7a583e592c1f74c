import type { Path, PipelineDefinition, SourceDocument } from '@millrace/schema';
import { PolicyContext, type PolicyContextOptions } from '../rule/policy-context.js';
import type { TemplateResource } from '../template/template-resource.js';
import type { Finding } from './finding.js';
import { findingsOf } from './findings-of.js';
import { judgementsOf } from './judgements-of.js';
import { leaveOutCovered } from './leave-out-covered.js';
import { mergeFindings } from './merge-findings.js';
import type { Policy } from './policy.js';
import { StepOfPath } from './step-of-path.js';

/** Where a definition came from, and which rules hold. */
interface DefinitionCheck {
  readonly policy: Policy;
  /** For a definition lowered from a spec: the place in the spec that a place in the definition came from. */
  readonly originOf?: ((path: Path) => Path) | undefined;
  /** What the author wrote, for file, line and column: `CompiledPipeline.document`, or the definition's own. */
  readonly document?: SourceDocument | undefined;
}

/** What a check of a definition is told. */
export interface PolicyCheckOptions extends DefinitionCheck, PolicyContextOptions {}

/**
 * What the rules of a policy say of a definition, symbolic or bound, whoever made it. Nothing in a definition makes it
 * throw: whatever has the frame of one (`checkStructure`) can be checked.
 *
 * @throws InternalError where a rule itself fails; it names the rule
 */
export function checkDefinitionPolicies(
  definition: PipelineDefinition,
  { policy, originOf, document, ...known }: PolicyCheckOptions,
): readonly Finding[] {
  return findingsInDefinition(new PolicyContext(definition, known), { policy, originOf, document });
}

/**
 * The same of a definition that was read already.
 *
 * @param check with the pipeline of the template in which the definition stands
 */
export function findingsInDefinition(
  context: PolicyContext,
  { policy, pipeline, ...written }: DefinitionCheck & { readonly pipeline?: TemplateResource },
): readonly Finding[] {
  const { definition, json } = context.definition;
  const owners = new StepOfPath(context.steps);
  const judged = {
    json,
    definition,
    stepOf: (path: Path) => owners.find(path),
    resourceOf: () => pipeline,
    ...written,
  };
  const found = policy.flatMap((each) =>
    judgementsOf(each.rule, () => each.rule.check(context, each.options)).flatMap((judgement) =>
      findingsOf(each, judgement, judged),
    ),
  );
  return mergeFindings(leaveOutCovered(found, policy));
}

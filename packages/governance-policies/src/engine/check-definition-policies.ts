import {
  InternalError,
  type Path,
  type PathTarget,
  type PipelineDefinition,
  type PlacedStep,
  type SourceDocument,
} from '@millrace/schema';
import { isOffered } from '../fixes/is-offered.js';
import type { Judgement } from '../rule/governance-rule.js';
import { PolicyContext, type PolicyContextOptions } from '../rule/policy-context.js';
import type { Finding } from './finding.js';
import { fingerprintOf, stablePlace } from './fingerprint.js';
import { mergeFindings } from './merge-findings.js';
import type { Policy, PolicyRule } from './policy.js';
import { StepOfPath } from './step-of-path.js';

/** What a check of a definition is told. */
export interface PolicyCheckOptions extends PolicyContextOptions {
  readonly policy: Policy;
  /** For a definition lowered from a spec: the place in the spec that a place in the definition came from. */
  readonly originOf?: ((path: Path) => Path) | undefined;
  /** What the author wrote, for file, line and column: `CompiledPipeline.document`, or the definition's own. */
  readonly document?: SourceDocument | undefined;
}

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
  const context = new PolicyContext(definition, known);
  const owners = new StepOfPath(context.steps);
  const place = (path: Path) => ({ definition, step: owners.find(path), originOf, document });
  const found = policy.flatMap((each) =>
    judgementsOf(each, context).flatMap((judgement) => findingsOf(each, judgement, place(judgement.path))),
  );
  return mergeFindings(found);
}

function judgementsOf({ rule, options }: PolicyRule, context: PolicyContext): readonly Judgement[] {
  try {
    return [...rule.check(context, options)];
  } catch (cause) {
    throw new InternalError(`the rule ${rule.id} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

interface FindingPlace {
  readonly definition: PipelineDefinition;
  readonly step: PlacedStep | undefined;
  readonly originOf?: ((path: Path) => Path) | undefined;
  readonly document?: SourceDocument | undefined;
}

/** One finding, or none where the policy does not tell what cannot be known. */
function findingsOf(chosen: PolicyRule, judgement: Judgement, place: FindingPlace): readonly Finding[] {
  const severity = judgement.verdict === 'violated' ? chosen.severity : chosen.severityOfUnknown;
  return severity === undefined ? [] : [findingOf({ rule: chosen.rule, severity }, judgement, place)];
}

function findingOf(
  { rule, severity }: Pick<PolicyRule, 'rule' | 'severity'>,
  { verdict, reason, help, edits = [], target, related, path: definitionPath, place: spokenOf }: Judgement,
  place: FindingPlace,
): Finding {
  const written = relatedPlaces(related, place);
  const words = stablePlace(place.definition, place.step, spokenOf ?? definitionPath);
  const offered = edits.every((edit) => isOffered(place.definition, edit)) ? edits : [];
  const fingerprint = fingerprintOf(rule.id, words);
  return {
    rule: rule.id,
    severity,
    verdict,
    message: reason,
    why: rule.why,
    help: help ?? rule.fix.how,
    source: rule.source,
    fix: rule.fix.kind,
    edits: offered,
    steps: place.step === undefined ? [] : [place.step.step.Name],
    definitionPath,
    ...writtenAt(definitionPath, place, target),
    ...(written !== undefined && { related: written }),
    places: [{ ...words, fingerprint, edits: offered }],
    fingerprint,
  };
}

/** Where the author wrote what stands at a path of the definition. */
function writtenAt(
  path: Path,
  { originOf, document }: FindingPlace,
  target?: PathTarget,
): Pick<Finding, 'path' | 'target' | 'range'> {
  const origin = originOf?.(path) ?? path;
  // Keys of a definition are seldom keys of the spec.
  const at = originOf === undefined ? target : undefined;
  return {
    path: document?.writtenPath(origin) ?? origin,
    ...(at !== undefined && { target: at }),
    ...(document !== undefined && { range: document.rangeOf(origin, at) }),
  };
}

function relatedPlaces(related: Judgement['related'], place: FindingPlace): Finding['related'] {
  return related?.map(({ message, path }) => ({ message, ...writtenAt(path, place) }));
}

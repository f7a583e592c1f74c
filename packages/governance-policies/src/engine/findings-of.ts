import type { Path, PathTarget } from '@millrace/schema';
import { isOffered } from '../fixes/is-offered.js';
import type { Judgement } from '../rule/governance-rule.js';
import type { TemplateResource } from '../template/template-resource.js';
import type { Finding } from './finding.js';
import { fingerprintOf, stablePlace } from './fingerprint.js';
import type { JudgedDocument } from './judged-document.js';
import type { SharedFinding } from './merge-findings.js';
import type { PolicyRule } from './policy.js';
import { SPEC_METADATA } from './spec-metadata.js';

/** The finding that a judgement makes, or none where the policy does not tell what cannot be known. */
export function findingsOf(chosen: PolicyRule, judgement: Judgement, judged: JudgedDocument): readonly SharedFinding[] {
  const severity = judgement.verdict === 'violated' ? chosen.severity : chosen.severityOfUnknown;
  if (severity === undefined) return [];
  return [{ finding: findingOf({ rule: chosen.rule, severity }, judgement, judged), about: judgement.about }];
}

function findingOf(
  { rule, severity }: Pick<PolicyRule, 'rule' | 'severity'>,
  { verdict, reason, help, edits = [], target, related, path: definitionPath, place: spokenOf }: Judgement,
  judged: JudgedDocument,
): Finding {
  const step = judged.stepOf?.(definitionPath);
  const resource = judged.resourceOf?.(definitionPath);
  const owner = { path: step?.path ?? (judged.definition ? [] : resource?.path) ?? [], step: step?.step.Name ?? '' };
  const words = stablePlace(judged.json, owner, spokenOf ?? definitionPath);
  const { definition } = judged;
  const offered = definition !== undefined && edits.every((edit) => isOffered(definition, edit)) ? edits : [];
  const fingerprint = fingerprintOf(rule.id, words, resource?.logicalId);
  const written = relatedPlaces(related, judged);
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
    steps: step === undefined ? [] : [step.step.Name],
    ...inTemplate(resource),
    definitionPath,
    ...writtenAt(definitionPath, judged, target),
    ...(written !== undefined && { related: written }),
    places: [{ ...words, fingerprint, edits: offered }],
    fingerprint,
  };
}

function inTemplate(resource: TemplateResource | undefined): Pick<Finding, 'construct' | 'spec'> {
  if (resource === undefined) return {};
  const spec = resource.metadata[SPEC_METADATA];
  return { construct: resource.construct, ...(typeof spec === 'string' && { spec }) };
}

/** Where the author wrote what stands at a path of what was judged. */
function writtenAt(
  path: Path,
  { originOf, document }: JudgedDocument,
  target?: PathTarget,
): Pick<Finding, 'path' | 'target' | 'range'> {
  const origin = originOf?.(path) ?? path;
  // Keys of a definition are seldom keys of the text that it came from.
  const at = originOf === undefined ? target : undefined;
  return {
    path: document?.writtenPath(origin) ?? origin,
    ...(at !== undefined && { target: at }),
    ...(document !== undefined && { range: document.rangeOf(origin, at) }),
  };
}

function relatedPlaces(related: Judgement['related'], judged: JudgedDocument): Finding['related'] {
  return related?.map(({ message, path }) => ({ message, ...writtenAt(path, judged) }));
}

import { type Diagnostic, type Json, locateDiagnostics, type Path, SourceDocument } from '@millrace/schema';
import type { PolicyContextOptions } from '../rule/policy-context.js';
import { embeddedDefinitions } from '../template/embedded-definitions.js';
import { TemplateContext } from '../template/template-context.js';
import { findingsInDefinition } from './check-definition-policies.js';
import type { Finding } from './finding.js';
import { findingsOf } from './findings-of.js';
import { judgementsOf } from './judgements-of.js';
import { leaveOutCovered } from './leave-out-covered.js';
import { mergeFindings } from './merge-findings.js';
import type { Policy } from './policy.js';

/** What a check of a template is told. */
export interface TemplateCheckOptions extends PolicyContextOptions {
  readonly policy: Policy;
}

/** What is to be said of a template. */
export interface TemplateVerdict {
  /** What rules say of its resources, and of the definitions in it. */
  readonly findings: readonly Finding[];
  /** Pipelines whose definition cannot be looked into. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the constructs in the template, or logical ids where it names none: what exceptions may speak of. */
  readonly constructs: readonly string[];
}

/**
 * What the rules of a policy say of a CloudFormation template: of its resources, and of the definition of every
 * `AWS::SageMaker::Pipeline` in it. What only a deployment knows are deploy values there. A path of a finding in a definition
 * is the place of its body followed by the way inside it. Nothing in a template makes it throw.
 *
 * @param template JSON, or a document of it, for lines and columns
 * @throws InternalError where a rule itself fails; it names the rule
 */
export function checkTemplatePolicies(
  template: SourceDocument | Json,
  { policy, ...known }: TemplateCheckOptions,
): TemplateVerdict {
  const document = template instanceof SourceDocument ? template : undefined;
  const json = template instanceof SourceDocument ? template.value : template;
  const context = new TemplateContext(json, known);
  const { definitions, diagnostics } = embeddedDefinitions(context);
  const inside = definitions.flatMap(({ context: definition, path, resource }) =>
    findingsInDefinition(definition, {
      policy,
      document,
      originOf: (way: Path) => [...path, ...way],
      pipeline: resource,
    }),
  );
  const constructs = [...new Set(context.resources.map(({ construct }) => construct))];
  const findings = [...findingsInTemplate(context, { policy, json, document }), ...inside];
  const located = document === undefined ? diagnostics : locateDiagnostics(diagnostics, document);
  return { findings, diagnostics: located, constructs };
}

interface TemplateCheck {
  readonly policy: Policy;
  readonly json: Json;
  readonly document: SourceDocument | undefined;
}

function findingsInTemplate(context: TemplateContext, { policy, ...written }: TemplateCheck): readonly Finding[] {
  const judged = { resourceOf: ([, logicalId]: Path) => context.resource(String(logicalId)), ...written };
  const found = policy.flatMap((each) =>
    judgementsOf(each.rule, () => each.rule.checkTemplate(context, each.options)).flatMap((judgement) =>
      findingsOf(each, judgement, judged),
    ),
  );
  return mergeFindings(leaveOutCovered(found, policy));
}

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SpecStep } from './parse-step.js';
import type { PipelineSpec } from './pipeline-spec.js';
import { isRawStep } from './raw-step.js';
import { literalTextOf } from './spec-value.js';
import { triggerDiagnostics } from './trigger-diagnostics.js';

/** A pipeline that its own registrations start again never comes to an end. */
export function remarkOnLoop(spec: PipelineSpec): readonly Diagnostic[] {
  const { onApproval, steps } = spec.pipeline;
  const group = literalTextOf(onApproval?.modelPackageGroupName ?? spec.modelPackageGroupName);
  if (onApproval === undefined || group === undefined) return [];
  return steps.flatMap((step, index) => {
    if (isRawStep(step) || !registersApproved(step) || groupOf(step, spec) !== group) return [];
    const path = ['pipeline', 'steps', index, step.bodyKey, 'approvalStatus'];
    const related = [{ message: 'approvals start the pipeline', path: ['pipeline', 'onApproval'] }];
    return [triggerDiagnostics['approval-starts-itself']({ step: step.name, group }, { path, related })];
  });
}

function registersApproved({ body }: SpecStep): boolean {
  return 'approvalStatus' in body && literalTextOf(body.approvalStatus) === 'Approved';
}

function groupOf({ body }: SpecStep, spec: PipelineSpec): string | undefined {
  const own = 'modelPackageGroupName' in body ? body.modelPackageGroupName : undefined;
  return literalTextOf(own ?? spec.modelPackageGroupName);
}

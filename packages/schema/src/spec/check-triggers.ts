import { z } from 'zod';
import type { Unchecked } from './across-keys.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';
import { triggerDiagnostics } from './trigger-diagnostics.js';
import { namesIn } from './unique-names.js';

const TRIGGERS = ['schedule', 'onApproval'] as const;

/** Rule R25: what starts executions by itself gives no parameters, so each has a default. */
export function checkTriggers(pipeline: Unchecked, context: IssueContext): void {
  const trigger = TRIGGERS.find((key) => pipeline[key] !== undefined);
  const list = pipeline['parameters'];
  if (trigger === undefined || !Array.isArray(list)) return;
  for (const [index, name] of namesIn(list, 'name').entries()) {
    const parameter: unknown = list[index];
    if (name === undefined || typeof parameter !== 'object' || parameter === null) continue;
    if (Reflect.get(parameter, 'defaultValue') !== undefined) continue;
    const related = [{ message: 'what starts executions', path: ['pipeline', trigger] }];
    const at = ['parameters', index, 'name'];
    reportIssue(context, triggerDiagnostics['parameter-not-given'], {
      parameters: { name, trigger },
      at,
      place: { related },
    });
  }
}

/** Approvals are those of a group. */
export function checkApprovalGroup({ pipeline, modelPackageGroupName }: Unchecked, context: IssueContext): void {
  const trigger: unknown = typeof pipeline === 'object' && pipeline !== null && Reflect.get(pipeline, 'onApproval');
  // What could not be parsed stands as NEVER, and is told already.
  if (typeof trigger !== 'object' || trigger === null || trigger === z.NEVER) return;
  if (modelPackageGroupName !== undefined) return;
  if (Reflect.get(trigger, 'modelPackageGroupName') !== undefined) return;
  reportIssue(context, specDiagnostics['missing-companion'], {
    parameters: {
      given: 'onApproval',
      missing: 'modelPackageGroupName',
      why: 'models are approved in a model package group',
    },
    at: ['pipeline', 'onApproval'],
    place: { target: 'key' },
  });
}

import { z } from 'zod';
import { modelPackageGroup } from '../step-types/register-model/register-model-body.js';
import { authorObject } from './author-object.js';
import { deployTimeOnly } from './deploy-time-only.js';
import { mapOrReport } from './map-or-report.js';
import { forwardIssues } from './report-issue.js';
import type { SpecValue } from './spec-value.js';

/** Which approvals start an execution: those in the group of the spec, or in another one. */
export interface ApprovalTrigger {
  readonly modelPackageGroupName?: SpecValue | undefined;
}

/** The map behind `onApproval`, for the JSON Schema. */
export const approvalObject = authorObject({
  modelPackageGroupName: deployTimeOnly(modelPackageGroup())
    .optional()
    .describe('Group whose approvals count. Default: the modelPackageGroupName of the spec.'),
});

/** `onApproval: true`, or a map that names another group than the spec's. */
export const approvalSetting = z
  .unknown()
  .meta({ anyOf: [{ const: true }, { $ref: '#/$defs/Approval' }] })
  .transform((input, context): ApprovalTrigger => {
    if (input === true) return {};
    const map = mapOrReport(input, context, 'true, or a map');
    if (map === undefined) return z.NEVER;
    const parsed = approvalObject.safeParse(map);
    if (parsed.success) return parsed.data;
    forwardIssues(context, parsed.error.issues);
    return z.NEVER;
  });

import type { PlainJsonObject } from '@millrace/schema';
import { objectAt, objectsAt, textAt } from '../container-plans/read-member.js';
import type { ModelPackage } from './model-registry.js';
import type { RecordKeeper, RecordRequest } from './record-keeper.js';

/** RegisterModel: a new version of a model package group. */
export const registerModel: RecordKeeper = (request) => {
  const group = textAt(request.arguments, 'ModelPackageGroupName');
  if (group === undefined) return { problem: 'ModelPackageGroupName is missing' };
  const entry = request.registry.register({
    // A group of another account is named by its ARN.
    group: group.replace(/^arn:.*:model-package-group\//, ''),
    // The service's default for versioned packages.
    approvalStatus: textAt(request.arguments, 'ModelApprovalStatus') ?? 'PendingManualApproval',
    executionArn: request.executionArn,
    step: request.step,
    createdAt: request.now,
    request: request.arguments,
  });
  return describeEntry(entry, request);
};

function describeEntry(entry: ModelPackage, { step, arnPrefix, now, arguments: request }: RecordRequest) {
  const arn = `${arnPrefix}:model-package/${entry.group.toLowerCase()}/${entry.version}`;
  const modelDataUrl = modelDataUrlOf(request);
  return {
    describe: {
      ...request,
      ModelPackageName: entry.group,
      ModelPackageVersion: entry.version,
      ModelPackageArn: arn,
      ModelPackageStatus: 'Completed',
      ModelApprovalStatus: entry.approvalStatus,
      CreationTime: now,
    },
    event: {
      type: 'model-registered',
      step,
      group: entry.group,
      version: entry.version,
      arn,
      approvalStatus: entry.approvalStatus,
      ...(modelDataUrl === undefined ? {} : { modelDataUrl }),
    },
  } as const;
}

function modelDataUrlOf(request: PlainJsonObject): string | undefined {
  const containers = objectsAt(objectAt(request, 'InferenceSpecification'), 'Containers');
  return containers.map((container) => textAt(container, 'ModelDataUrl')).find((url) => url !== undefined);
}

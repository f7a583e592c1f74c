import { jobRole } from '../encryption-and-role.js';
import type { LoweringContext } from '../lowering-context.js';
import { networkMembers } from '../network-members.js';
import type { LoweredStep, PlaceOf } from '../step-place.js';

/** The version that the SageMaker SDK v3 writes. */
const DEFAULT_SCHEMA_VERSION = '1.0.0';

/** Lowers a Job step to the members of CreateJob; the network stands beside the document. */
export function lowerJob(place: PlaceOf<'Job'>, context: LoweringContext): LoweredStep {
  const { step, path } = place;
  const { body } = step;
  const at = [...path, step.bodyKey];
  return {
    arguments: {
      JobCategory: context.text(body.category, [...at, 'category']),
      RoleArn: jobRole(context, place),
      JobConfigSchemaVersion: context.text(body.schemaVersion, [...at, 'schemaVersion']) ?? DEFAULT_SCHEMA_VERSION,
      JobConfigDocument: context.text(body.document, [...at, 'document']),
      VpcConfig: networkMembers(context, place).VpcConfig,
    },
  };
}

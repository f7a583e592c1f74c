import type { PassedRole } from '@millrace/schema';
import type { PlatformInput, PolicyStatement, RoleModel } from '../platform-model.js';
import { platformArn } from '../platform-text.js';
import { dataGrants, wholeBucketPlaces } from './data-grants.js';
import { dataPlaces } from './data-places.js';
import { DefinitionTexts } from './definition-texts.js';
import { imageGrants, unknownImages } from './image-grants.js';
import { jobGaps } from './job-gaps.js';
import { type JobStep, jobSteps } from './job-steps.js';
import { keyGrants } from './key-grants.js';
import { logGrants } from './log-grants.js';
import { networkGrants } from './network-grants.js';
import { trustService } from './service-trust.js';
import { statementsOf } from './statement-list.js';

/**
 * The role that jobs run with: their data, images, keys, logs and network, nothing of SageMaker and nothing of IAM. Where
 * no step uses it, trust and statements are empty, and nobody needs the role.
 */
export function jobRoleOf(input: PlatformInput): RoleModel {
  const texts = new DefinitionTexts(input);
  const steps = jobSteps(texts);
  const data = steps.map((step) => ({ step, ...dataPlaces(step, texts) }));
  const whole = steps.length === 0 ? [] : wholeBucketPlaces(input.settings.platform.additionalReadBuckets);
  const places = [...data.flatMap(({ places }) => places), ...whole];
  return {
    description: 'The jobs of a SageMaker pipeline: their data, images, keys and logs',
    trust: trustJobs(steps),
    statements: statementsOf([
      ...dataGrants(places),
      ...keyGrants({ steps, places }, input, texts),
      ...imageGrants(steps, input, texts),
      ...logGrants(steps),
      ...networkGrants(steps),
    ]),
    gaps: [...new Set(data.flatMap(({ step, unknown }) => jobGaps(step, [...unknown, ...unknownImages(step, texts)])))],
  };
}

/** Jobs have ARNs of their own, so a role that trusts the pipeline alone cannot be used by them. */
function trustJobs(steps: readonly JobStep[]): readonly PolicyStatement[] {
  const roles = steps.flatMap(({ role }) => role ?? []);
  const services = [...new Set(roles.map(({ service }) => service))];
  return services.map((service, index) =>
    trustService({
      sid: index === 0 ? 'JobsOfTheAccount' : `JobsOfTheAccount${index + 1}`,
      service,
      sources: sourcesOf(roles.filter((role) => role.service === service)),
      why: 'jobs of this account assume the role, of the kinds that the steps start',
    }),
  );
}

function sourcesOf(roles: readonly PassedRole[]) {
  return roles
    .flatMap(({ assumedFor = [] }) => assumedFor)
    .map((source) => {
      const [service = '', ...resource] = source.split(':');
      return platformArn(service, resource.join(':'));
    });
}

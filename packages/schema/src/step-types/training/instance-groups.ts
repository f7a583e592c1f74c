import type { z } from 'zod';
import type { Unchecked } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { literalText } from '../../spec/literal-only.js';
import { missingKey } from '../../spec/missing-key.js';
import { type IssueContext, type PendingDiagnostic, reportIssue } from '../../spec/report-issue.js';
import { integer } from '../../spec/slots.js';
import { specDiagnostics } from '../../spec/spec-diagnostics.js';
import { formedText, instanceType } from '../../spec/text-checks.js';
import { checkUnique, namesIn } from '../../spec/unique-names.js';

/** The name of a group of instances, literal, because channels name it (`InstanceGroupName`: 1 to 64 characters). */
export const groupName = literalText(
  formedText({ what: 'the name of an instance group', pattern: /\S/, allowed: 'it must not be empty', longest: 64 }),
);

/** Instances of one type in a training job of several types (CreateTrainingJob `InstanceGroup`). */
export const instanceGroup = authorObject({
  name: groupName.describe('Name of the group.'),
  instanceType: instanceType().describe('SageMaker instance type, as ml.p4d.24xlarge.'),
  instanceCount: integer(1, 10_000).optional().describe('Number of instances. Default: 1.'),
});

/** What an author says of a group of instances. */
export type InstanceGroup = z.output<typeof instanceGroup>;

/** Either one type of instance or groups of them; a channel goes to groups that exist. */
export function checkInstances(body: Unchecked, context: IssueContext): void {
  const { instanceGroups: groups } = body;
  if (groups === undefined) {
    if (body['instanceType'] === undefined) reportMissing(context);
  } else {
    const keys = ['instanceType', 'instanceGroups'];
    chooseOne(body, { what: 'a training job', keys }, context);
    chooseOne(body, { what: 'a training job', keys: ['instanceCount', 'instanceGroups'] }, context);
    checkUnique(groups, { what: 'the instance group', name: 'name', at: ['instanceGroups'] }, context);
  }
  checkChannels(body, namesIn(groups, 'name'), context);
}

function reportMissing(context: IssueContext): void {
  const pending: PendingDiagnostic = (path) => missingKey(path);
  context.addIssue({ code: 'custom', message: 'missing', path: ['instanceType'], params: { pending } });
}

function checkChannels(
  { inputChannels: channels }: Unchecked,
  known: readonly (string | undefined)[],
  context: IssueContext,
) {
  if (!Array.isArray(channels)) return;
  const allowed = known.filter((name) => name !== undefined);
  for (const [index, channel] of channels.entries()) {
    const names: unknown =
      typeof channel === 'object' && channel !== null ? Reflect.get(channel, 'instanceGroups') : undefined;
    if (!Array.isArray(names)) continue;
    for (const [item, given] of names.entries()) {
      if (typeof given !== 'string' || known.includes(given)) continue;
      const at = ['inputChannels', index, 'instanceGroups', item];
      reportIssue(context, specDiagnostics['not-allowed-value'], { parameters: { given, allowed }, at });
    }
  }
}

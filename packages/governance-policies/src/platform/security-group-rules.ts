import { isJsonObject, type JsonObject } from '@millrace/schema';
import { placedValues } from '../template/placed-values.js';
import type { TemplateContext } from '../template/template-context.js';
import type { TemplateResource } from '../template/template-resource.js';

/** Which way traffic goes, as seen from a member of the group. */
export type TrafficDirection = 'inbound' | 'outbound';

const MEMBERS = {
  inbound: { embedded: 'SecurityGroupIngress', type: 'AWS::EC2::SecurityGroupIngress' },
  outbound: { embedded: 'SecurityGroupEgress', type: 'AWS::EC2::SecurityGroupEgress' },
} as const;

/** What EC2 adds to a group without a rule for what goes out (CloudFormation, AWS::EC2::SecurityGroup). */
const EVERYTHING: JsonObject = { IpProtocol: '-1', CidrIp: '0.0.0.0/0' };

/** The rules of a security group of a template: those in it, and those that stand as resources of their own. */
export function securityGroupRules(
  group: TemplateResource,
  direction: TrafficDirection,
  context: TemplateContext,
): readonly JsonObject[] {
  const { embedded, type } = MEMBERS[direction];
  const inGroup = placedValues(group.properties[embedded], []).flatMap(({ value }) =>
    isJsonObject(value) ? [value] : [],
  );
  const ofGroup = context
    .ofType(type)
    .map(({ properties }) => properties)
    .filter(({ GroupId: id, GroupName: name }) => context.resourcesIn(id ?? name).includes(group));
  const rules = [...inGroup, ...ofGroup];
  return rules.length === 0 && direction === 'outbound' ? [EVERYTHING] : rules;
}

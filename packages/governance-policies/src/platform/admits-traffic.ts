import type { JsonObject } from '@millrace/schema';
import type { TemplateContext } from '../template/template-context.js';
import type { TemplateResource } from '../template/template-resource.js';
import { isDeployed } from '../values/is-deployed.js';
import type { Verdict } from '../values/judge-value.js';
import { mayBeAnything } from './may-be-anything.js';
import { textOf } from './text-of.js';

/** A kind of traffic: the names of its protocol in lower case, and its port where it has one. */
export interface Traffic {
  readonly called: string;
  readonly protocols: readonly string[];
  readonly port?: number;
}

/** Whether a rule of a security group lets traffic pass between members of some groups. */
export function admitsTraffic(
  rule: JsonObject,
  { traffic, between }: { readonly traffic: Traffic; readonly between: readonly TemplateResource[] },
  context: TemplateContext,
): Verdict {
  const verdicts = [protocolFits(rule, traffic, context), peerFits(rule, between, context)];
  if (verdicts.includes('violated')) return 'violated';
  return verdicts.includes('unknown') ? 'unknown' : 'holds';
}

function protocolFits(rule: JsonObject, { protocols, port }: Traffic, context: TemplateContext): Verdict {
  const protocol = textOf(context, rule['IpProtocol']).toLowerCase();
  if (protocol === '-1') return 'holds';
  if (mayBeAnything(protocol)) return 'unknown';
  if (!protocols.includes(protocol)) return 'violated';
  if (port === undefined) return 'holds';
  const [from, to] = ['FromPort', 'ToPort'].map((member) => Number(textOf(context, rule[member])));
  if (from === undefined || to === undefined || Number.isNaN(from + to)) return 'unknown';
  return from === -1 || (from <= port && port <= to) ? 'holds' : 'violated';
}

/** What another group or a list of prefixes stands for is not known here, nor which addresses the network has. */
function peerFits(rule: JsonObject, between: readonly TemplateResource[], context: TemplateContext): Verdict {
  const peer = rule['SourceSecurityGroupId'] ?? rule['DestinationSecurityGroupId'];
  if (peer !== undefined) {
    const named = context.resourcesIn(peer);
    if (named.some((each) => between.includes(each))) return 'holds';
    return named.length > 0 ? 'violated' : 'unknown';
  }
  const cidr = rule['CidrIp'];
  if (cidr === undefined) return 'unknown';
  const addresses = textOf(context, cidr);
  if (addresses === '0.0.0.0/0' || isDeployed(addresses)) return 'holds';
  return addresses.endsWith('/32') ? 'violated' : 'unknown';
}

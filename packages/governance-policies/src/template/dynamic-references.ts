import { deployValue, type Json } from '@millrace/schema';

/**
 * `{{resolve:ssm:/path}}` and `{{resolve:ssm:/path:3}}`. Secrets are no deploy values: CloudFormation writes them out where
 * such a reference stands, so they stay what they are, text that is given.
 */
const SSM = /\{\{resolve:ssm:([^}:]+)(?::\d+)?\}\}/g;

/** The parts of a text with dynamic references of CloudFormation in it: texts, and deploy values. */
export function dynamicParts(text: string): readonly Json[] {
  if (!text.includes('{{resolve:ssm:')) return [text];
  return text.split(SSM).map((part, index) => (index % 2 === 0 ? part : deployValue(`ssm:${part}`)));
}

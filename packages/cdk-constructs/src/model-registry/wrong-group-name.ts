import { Token } from 'aws-cdk-lib';
import type { WrongProp } from '../refuse/refuse.js';

/** Says so where a text is no name of a model package group (CreateModelPackageGroup). Nothing for tokens. */
export function wrongGroupName(given: string): WrongProp[] {
  if (Token.isUnresolved(given) || (given.length <= 63 && /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/.test(given))) return [];
  return [
    {
      prop: 'modelPackageGroupName',
      given,
      allowed: '1 to 63 letters, digits and "-", beginning and ending with a letter or digit',
      help: 'Write the name of the group, not its ARN.',
    },
  ];
}

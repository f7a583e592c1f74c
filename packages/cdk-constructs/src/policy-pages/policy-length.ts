import { flattenReference } from '../role-policy/flatten-reference.js';

/** How long the values of references get: those of AWS by their forms, names of resources by the longest of them. */
const LENGTHS: Readonly<Record<string, number>> = {
  '<AWS::AccountId>': 12,
  '<AWS::Partition>': 10,
  '<AWS::Region>': 14,
  '<AWS::URLSuffix>': 17,
};
const LONGEST_ARN = 128;
const LONGEST_NAME = 64;

/** The length of a resolved part of a policy as JSON, of which only deployment knows the values of references. */
export function policyLength(value: unknown): number {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value).length;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + policyLength(item) + 1, 1);
  const [[key = '', only] = [], ...others] = Object.entries(value);
  if (others.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))) return textLength(flattenReference(value));
  return Object.entries(value).reduce(
    (sum, [name, member]) => sum + JSON.stringify(name).length + 1 + policyLength(member) + 1,
    only === undefined ? 2 : 1,
  );
}

function textLength(text: string): number {
  const references = text.match(/<[^>]*>/g) ?? [];
  const literal = JSON.stringify(text.replaceAll(/<[^>]*>/g, '')).length;
  return references.reduce(
    (sum, reference) => sum + (LENGTHS[reference] ?? (reference.endsWith('Arn>') ? LONGEST_ARN : LONGEST_NAME)),
    literal,
  );
}

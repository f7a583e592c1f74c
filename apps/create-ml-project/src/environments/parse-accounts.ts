import type { ProjectEnvironment } from './project-environment.js';

/** What a list of accounts means, or what is wrong with it, as a sentence. */
export type ParsedAccounts = { readonly environments: readonly ProjectEnvironment[] } | { readonly problem: string };

/** It goes into the names of stacks, S3 prefixes, buckets and IAM roles, beside the name of the project or the region. */
const longestName = 16;
const namePattern = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;
const nameRule = `use a-z, 0-9 and -, start with a letter, end with a letter or digit, at most ${longestName} characters`;

/** Reads `dev=111111111111,prod=222222222222`. The order stays; two environments may share an account. */
export function parseAccounts(text: string): ParsedAccounts {
  const entries = text.split(',').map((entry) => entry.trim());
  const problem = entries.map(problemWith).find((it) => it !== undefined) ?? problemAmong(entries);
  if (problem !== undefined) return { problem };
  return { environments: entries.map(split).map(([name, account]) => ({ name, account })) };
}

function problemWith(entry: string): string | undefined {
  const [name, account] = split(entry);
  if (!entry.includes('=') || name === '') {
    return `"${entry}" is not ENVIRONMENT=ACCOUNT, as in dev=111111111111,prod=222222222222.`;
  }
  if (name.length > longestName || !namePattern.test(name)) {
    return `"${name}" cannot be the name of an environment: ${nameRule}.`;
  }
  return /^\d{12}$/.test(account) ? undefined : `${entry} is not an account id (12 digits).`;
}

function problemAmong(entries: readonly string[]): string | undefined {
  const names = entries.map((entry) => split(entry)[0]);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  return twice === undefined ? undefined : `${twice} is there twice: name each environment once.`;
}

function split(entry: string): [name: string, account: string] {
  const [name = '', ...rest] = entry.split('=');
  return [name.trim(), rest.join('=').trim()];
}

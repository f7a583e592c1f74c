import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import type { LintFinding } from './lint-finding.js';
import type { Templates } from './templates.js';

/** A match in cfn-lint's JSON, as far as it is read here. */
interface Match {
  readonly Rule: { readonly Id: string };
  readonly Message: string;
  readonly Filename: string;
  readonly Location: { readonly Path?: readonly (string | number)[] };
}

/** What cfn-lint says of templates, errors and warnings. */
export function runCfnLint(cfnLint: string, { files, typeOf }: Templates): readonly LintFinding[] {
  const { stdout, stderr, status } = spawnSync(cfnLint, ['--format', 'json', '-t', ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  // The code is a sum: 2 errors, 4 warnings, 8 information; others mean that it did not come to an end.
  if (status === null || (status & ~14) !== 0 || stdout === '') throw new Error(`cfn-lint failed: ${stderr}`);
  // Its documented form.
  return (JSON.parse(stdout) as readonly Match[]).map(({ Rule: rule, Message: message, Filename: file, Location }) => {
    const [, logicalId = ''] = Location.Path ?? [];
    const resourceType = typeOf(file, String(logicalId));
    return { check: rule.Id, resourceType, message, place: `${basename(file)} ${logicalId}` };
  });
}

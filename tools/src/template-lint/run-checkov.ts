import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import type { LintFinding } from './lint-finding.js';
import type { Templates } from './templates.js';

/** A report of checkov, as far as it is read here. */
interface Report {
  readonly results: { readonly failed_checks: readonly FailedCheck[] };
  readonly summary: { readonly parsing_errors: number };
}

interface FailedCheck {
  readonly check_id: string;
  readonly check_name: string;
  /** `AWS::S3::Bucket.LogicalId` */
  readonly resource: string;
  readonly file_path: string;
}

const OFFLINE = ['--skip-download', '--soft-fail', '--compact', '--quiet'];

/** What checkov finds in templates; it asks no server. */
export function runCheckov(checkov: string, { folder }: Templates): readonly LintFinding[] {
  const args = ['--framework', 'cloudformation', '-d', folder, '-o', 'json', ...OFFLINE];
  const { stdout, stderr, status } = spawnSync(checkov, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`checkov failed: ${stderr}`);
  // Its documented form.
  const { results, summary } = JSON.parse(stdout) as Report;
  if (summary.parsing_errors > 0)
    throw new Error(`checkov cannot read ${summary.parsing_errors} templates in ${folder}`);
  return results.failed_checks.map(({ check_id: check, check_name: message, resource, file_path: file }) => {
    const dot = resource.indexOf('.');
    return {
      check,
      message,
      resourceType: resource.slice(0, dot),
      place: `${basename(file)} ${resource.slice(dot + 1)}`,
    };
  });
}

import { resolve } from 'node:path';
import { checkTemplatePolicies } from '@millrace/governance-policies';
import { isJsonObject, readDefinition, type SourceDocument } from '@millrace/schema';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';
import { plural } from '../output/count-diagnostics.js';
import { readValues } from '../settings/read-values.js';
import type { CheckSetting } from './check-setting.js';
import type { CheckedTarget } from './checked-target.js';
import { accountOfTemplate } from './targets/account-of-template.js';
import type { CheckTarget } from './targets/check-target.js';

/** Holds a CloudFormation template, and the definitions in it, against the rules of its project. */
export async function governTemplate(
  { file, read: { value: input, diagnostics } }: CheckTarget,
  { options, terminal, projects, deployed }: CheckSetting,
): Promise<CheckedTarget> {
  const folder = input?.folder ?? terminal.workingDirectory;
  const given = await readValues({ file, folder }, options, terminal);
  const governance = await projects.governanceOf(given);
  const nothing = { file, what: 'template', governance, policy: [], findings: [], diagnostics, texts: new Map() };
  if (input === undefined) return nothing;
  refuseYaml(input.text, file);
  // A template is JSON as a definition is; only what it means differs.
  const template = readDefinition(input.text, input.file);
  const texts = new Map([[input.file, input.text]]);
  const common = { ...nothing, file: input.file, texts, diagnostics: [...diagnostics, ...template.diagnostics] };
  if (template.value === undefined || governance.policy === undefined) return common;
  const { environment, config } = given.project;
  const account = await accountOfTemplate(resolve(terminal.workingDirectory, file));
  if (isElsewhere(account, environment?.config.account)) {
    return { ...common, what: `template of account ${account}, not held against the rules of ${environment?.name}` };
  }
  const verdict = checkTemplatePolicies(template.value, {
    policy: governance.policy,
    environment,
    limits: config.limits,
    deployed,
  });
  return {
    ...common,
    policy: governance.policy,
    what: describe(template.value),
    findings: verdict.findings,
    diagnostics: [...common.diagnostics, ...verdict.diagnostics],
    constructs: verdict.constructs,
  };
}

/** A stack of another environment keeps the settings of that one. */
function isElsewhere(account: string | undefined, own: string | undefined): boolean {
  return account !== undefined && own !== undefined && account !== own;
}

function refuseYaml(text: string, file: string): void {
  if (/^\uFEFF?\s*\{/.test(text)) return;
  const instead =
    'give it as JSON: `cdk synth` writes JSON into cdk.out, `aws cloudformation package --use-json` prints it';
  throw new UsageError(
    commandDiagnostics['not-supported-yet']({ what: `a template in YAML (${file})`, instead }, { path: [] }),
  );
}

function describe({ value }: SourceDocument): string {
  const resources = isJsonObject(value) ? value['Resources'] : undefined;
  return `template with ${plural(isJsonObject(resources) ? Object.keys(resources).length : 0, 'resource')}`;
}

import {
  DEPLOY_VALUE_FAMILIES,
  DEPLOY_VALUE_NAMES,
  type DeployValueName,
  type Diagnostic,
  defineDiagnostics,
  didYouMean,
  isDeployValueName,
  type Outcome,
  settle,
} from '@millrace/schema';

/** Messages about `--set`. */
export const settingDiagnostics = defineDiagnostics('project', {
  'setting-without-value': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { setting: string }) => `"${p.setting}" sets nothing: "=" is missing`,
    help: (p) => `write ${p.setting === '' ? 'NAME' : p.setting}=VALUE`,
    explanation:
      'A setting is NAME=VALUE. It is split at the first "=", so that a value may have more of them. An empty value is written as NAME=.',
  },
  'unknown-setting': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string }) => `"${p.name}" is no deploy value`,
    help: (p) => {
      const near = didYouMean(p.name, DEPLOY_VALUE_NAMES);
      return near === undefined ? `allowed: ${ALLOWED}` : `did you mean "${near}"?`;
    },
    explanation:
      'Deploy values are what is only known at deployment: roles, key, bucket, account, region, context and SSM values. Parameters of the pipeline are given with -p instead.',
  },
});

const ALLOWED = [...DEPLOY_VALUE_NAMES, ...DEPLOY_VALUE_FAMILIES.map((family) => `${family}…`)].join(', ');

/** Parses `NAME=VALUE` settings of deploy values, split at the first `=`. Of equal names the last one counts. */
export function parseSettings(settings: readonly string[]): Outcome<ReadonlyMap<DeployValueName, string>> {
  const values = new Map<DeployValueName, string>();
  const diagnostics: Diagnostic[] = [];
  for (const setting of settings) {
    const [name, value] = splitAtFirst(setting);
    if (value === undefined) diagnostics.push(settingDiagnostics['setting-without-value']({ setting }, { path: [] }));
    else if (isDeployValueName(name)) values.set(name, value);
    else diagnostics.push(settingDiagnostics['unknown-setting']({ name }, { path: [] }));
  }
  return settle<ReadonlyMap<DeployValueName, string>>(values, diagnostics);
}

function splitAtFirst(setting: string): readonly [name: string, value: string | undefined] {
  const at = setting.indexOf('=');
  return at === -1 ? [setting, undefined] : [setting.slice(0, at), setting.slice(at + 1)];
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkDocument } from './documents.js';
import { newFolder, runCli } from './run-cli.js';
import { DEFINITION } from './samples.js';

const RULE = `import { defineRule, violation } from '@millrace/governance-policies';

export const rules = [
  defineRule({
    id: 'ACME-NAM-001',
    profiles: { baseline: 'warning' },
    title: 'names of steps begin with the name of the team',
    checks: 'The names of all steps.',
    why: 'Bills are read by people who do not know the pipelines.',
    fix: { kind: 'none', how: 'begin the name with Acme' },
    source: 'Handbook of ACME',
    subjects: ({ steps }) => steps,
    judge: function* ({ step, path }) {
      if (!step.Name.startsWith('Acme')) yield violation(\`"\${step.Name}" does not begin with Acme\`, { path });
    },
  }),
];
`;

const MANIFEST = { name: '@acme/pipeline-rules', version: '1.0.0', type: 'module', exports: { import: './index.js' } };

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A project with a definition, in which the rules of Millrace are installed for packs to use. */
function projectWith(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  write(folder, { 'models/a/definition.json': DEFINITION, ...files });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  const installed = fileURLToPath(new URL('../../../node_modules/@millrace', import.meta.url));
  symlinkSync(installed, join(folder, 'node_modules/@millrace'), 'junction');
  return folder;
}

/** Packs a package as npm would publish it, and unpacks it where npm would install it. */
function install(project: string, files: Readonly<Record<string, string>>): void {
  const source = newFolder();
  write(source, { 'package.json': JSON.stringify(MANIFEST), ...files });
  execFileSync('npm', ['pack', '--silent'], { cwd: source });
  const [archive = ''] = readdirSync(source).filter((name) => name.endsWith('.tgz'));
  const target = join(project, 'node_modules', MANIFEST.name);
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', join(source, archive), '-C', target, '--strip-components=1']);
}

function found(folder: string, ...words: readonly string[]) {
  const { exitCode, stdout } = runCli(['check', 'models', '--json', ...words], { folder });
  const { findings, diagnostics: all } = checkDocument.parse(JSON.parse(stdout));
  const diagnostics = all.filter(({ code }) => code.startsWith('policy/'));
  return { exitCode, rules: findings.map(({ rule, severity }) => `${severity} ${rule}`), diagnostics };
}

const CONFIG = `packs: ["@acme/pipeline-rules"]
governance: { rules: { ACME-NAM-001: error } }
environments: {}
`;

describe('a pack', () => {
  it('that is an npm package is loaded, and its rules are set as those of Millrace', () => {
    const folder = projectWith({ 'project.config.yaml': CONFIG });
    install(folder, { 'index.js': RULE });
    expect(found(folder)).toEqual({ exitCode: 1, rules: ['error ACME-NAM-001'], diagnostics: [] });
    const { stdout } = runCli(['check', 'models'], { folder });
    expect(stdout).toContain('error policy/ACME-NAM-001 "Stop" does not begin with Acme');
    expect(stdout).toContain('  why: Bills are read by people who do not know the pipelines.');
  });

  it('may be a file of the project, or be named on the command line', () => {
    const folder = projectWith({
      'project.config.yaml': 'packs: [./governance/rules.mjs]\nenvironments: {}\n',
      'governance/rules.mjs': RULE,
      'more.mjs': RULE.replace('ACME-NAM-001', 'ACME-NAM-002'),
    });
    expect(found(folder).rules).toEqual(['warning ACME-NAM-001']);
    expect(found(folder, '--pack', './more.mjs').rules).toEqual(['warning ACME-NAM-001', 'warning ACME-NAM-002']);
  });

  it.each([
    ['policy/unknown-pack', 'npm install --save-dev @acme/pipeline-rules', {}],
    ['policy/pack-not-loaded', undefined, { 'index.js': 'throw new Error("no licence");' }],
    ['policy/pack-not-loaded', 'npm install what is missing', { 'index.js': "import 'no-such-package';" }],
    ['policy/no-pack', 'export the rules as a list', { 'index.js': 'export const rule = 1;' }],
    ['policy/duplicate-rule', 'a prefix of their own', { 'index.js': RULE.replace('ACME-NAM-001', 'MR-NET-001') }],
  ])('is told what is wrong with it: %s, %s', (code, help, files) => {
    const folder = projectWith({ 'project.config.yaml': CONFIG });
    if (Object.keys(files).length > 0) install(folder, files);
    const { exitCode, rules, diagnostics } = found(folder);
    expect({ exitCode, rules }).toEqual({ exitCode: 1, rules: [] });
    expect(diagnostics).toMatchObject([{ code, path: 'packs[0]', line: 1, column: 9 }]);
    if (help !== undefined) expect(diagnostics[0]?.help).toContain(help);
  });
});

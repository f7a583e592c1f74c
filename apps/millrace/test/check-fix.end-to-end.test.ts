import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, runCli } from './run-cli.js';

const PINNED = `111122223333.dkr.ecr.eu-west-1.amazonaws.com/train@sha256:${'a'.repeat(64)}`;

/** Written by hand over years. */
const MESSY = `# Our pipeline; do not reorder.
projectName: 'churn'   # short
modelPackageGroupName: churn

pipeline:
    steps:
    -   name: Train     # the model
        type: Training

        # cost: small
        retry: transient
        training:
            instanceType: ml.m5.large   # enough
            imageUri: "${PINNED}"
            inputChannels:
            - { channelName: train, s3Uri: "s3://<default_bucket>/data/x" }
        arguments:
            RemoteDebugConfig: {EnableRemoteDebug: true}   # while we look

    # last
    -   name: Register
        type: RegisterModel
        retry: transient
        register: {modelDataStep: Train, approvalStatus: Approved,}   # at once`;

/** What the safe fixes of the baseline change in it. */
const FIXED = MESSY.replace('EnableRemoteDebug: true', 'EnableRemoteDebug: false').replace(
  'approvalStatus: Approved,}',
  'approvalStatus: PendingManualApproval, customerMetadata: { PipelineExecutionArn: { execution: PipelineExecutionArn } },}',
);

const CONFIG = `environments:
  dev:
    account: "111122223333"
    region: eu-west-1
    vpc:
      vpcId: vpc-1
      subnetIds: [subnet-1, subnet-2]
      securityGroupIds: [sg-1]
`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function textIn(folder: string, file = 'pipeline.yaml'): string {
  return readFileSync(join(folder, file), 'utf8');
}

describe('millrace check --fix', () => {
  it('writes safe fixes, keeps every other byte, and shows what it did', () => {
    const folder = folderWith({ 'pipeline.yaml': MESSY });
    const { stdout, exitCode } = runCli(['check', 'pipeline.yaml', '--fix'], { folder });
    expect(textIn(folder)).toBe(FIXED);
    expect(stdout).toContain('fixed: 3 findings in pipeline.yaml\n--- pipeline.yaml\n+++ pipeline.yaml\n@@');
    expect(stdout).toContain('\n-            RemoteDebugConfig: {EnableRemoteDebug: true}   # while we look\n');
    expect(stdout).toContain('\n+            RemoteDebugConfig: {EnableRemoteDebug: false}   # while we look\n');
    // What no fix mends is still told, at its place in the new text.
    expect(stdout).toContain('MR-REG-003');
    expect(exitCode).toBe(1);
    expect(readdirSync(folder)).toEqual(['pipeline.yaml']);
  });

  it('changes nothing the second time', () => {
    const folder = folderWith({ 'pipeline.yaml': FIXED });
    const { mtimeMs } = statSync(join(folder, 'pipeline.yaml'));
    const { stdout } = runCli(['check', 'pipeline.yaml', '--fix'], { folder });
    expect(stdout).not.toContain('fixed');
    expect(textIn(folder)).toBe(FIXED);
    expect(statSync(join(folder, 'pipeline.yaml')).mtimeMs).toBe(mtimeMs);
  });

  it('colours the diff where colours are shown', () => {
    const folder = folderWith({ 'pipeline.yaml': MESSY });
    const { stdout } = runCli(['check', 'pipeline.yaml', '--fix'], { folder, env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[32m+            RemoteDebugConfig');
  });

  it('keeps line ends and links', () => {
    const crlf = MESSY.replaceAll('\n', '\r\n');
    const folder = folderWith({ 'real.yaml': crlf });
    symlinkSync('real.yaml', join(folder, 'pipeline.yaml'));
    runCli(['check', 'pipeline.yaml', '--fix'], { folder });
    expect(textIn(folder, 'real.yaml')).toBe(FIXED.replaceAll('\n', '\r\n'));
  });

  it('shows suggested fixes, and writes them when asked to', () => {
    const folder = folderWith({ 'pipeline.yaml': FIXED, 'project.config.yaml': CONFIG });
    const words = ['check', 'pipeline.yaml', '-e', 'dev', '--profile', 'regulated'];
    const shown = runCli([...words, '--fix'], { folder }).stdout;
    expect(shown).toContain('suggested for pipeline.yaml (MR-NET-003)');
    expect(shown).toContain('run it with --fix-suggested');
    const safe = textIn(folder);
    expect(safe).toContain(
      '        network:\n            subnetIds: [subnet-1, subnet-2]\n            securityGroupIds: [sg-1]\n',
    );
    expect(safe).not.toContain('enableNetworkIsolation');
    const { stdout } = runCli([...words, '--fix-suggested'], { folder });
    expect(stdout).not.toContain('run it with');
    const fixed = textIn(folder);
    expect(fixed).toContain('            enableNetworkIsolation: true\n');
    for (const comment of MESSY.match(/#.*/g) ?? []) expect(fixed).toContain(comment);
    expect(runCli([...words, '--fix-suggested'], { folder }).stdout).not.toContain('fixed:');
  });

  it('fixes definitions in their own layout', () => {
    const folder = folderWith({ 'pipeline.yaml': MESSY });
    const definition = runCli(['compile', 'pipeline.yaml'], { folder }).stdout;
    writeFileSync(join(folder, 'definition.json'), definition);
    runCli(['check', 'definition.json', '--fix'], { folder });
    const fixed = textIn(folder, 'definition.json');
    expect(fixed).toContain('"ModelApprovalStatus": "PendingManualApproval"');
    const lines = definition.split('\n').filter((line) => !/Approved|EnableRemoteDebug/.test(line));
    const kept = new Set(fixed.split('\n').map((line) => line.replace(/,$/, '')));
    expect(lines.filter((line) => !kept.has(line.replace(/,$/, '')))).toEqual([]);
  });

  it('says in JSON what it did', () => {
    const folder = folderWith({ 'pipeline.yaml': MESSY });
    const { stdout } = runCli(['check', 'pipeline.yaml', '--fix', '--json'], { folder });
    const { fixes, findings } = JSON.parse(stdout);
    expect(fixes).toMatchObject([{ file: 'pipeline.yaml', written: true, left: [], suggested: [] }]);
    expect(fixes[0].made).toHaveLength(3);
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['MR-REG-003']);
  });

  it('leaves what the ledger excuses', () => {
    const ledger = `exceptions:
  - { rule: MR-REG-001, path: pipeline.yaml, reason: a demo, owner: me, expires: 2099-01-01 }
`;
    const folder = folderWith({
      'pipeline.yaml': MESSY,
      'project.config.yaml': CONFIG,
      'governance/exceptions.yaml': ledger,
    });
    runCli(['check', 'pipeline.yaml', '--fix', '--today', '2026-01-01'], { folder });
    expect(textIn(folder)).toContain('approvalStatus: Approved');
    expect(textIn(folder)).toContain('EnableRemoteDebug: false');
  });

  it('tells what it cannot write to', () => {
    const folder = folderWith({ 'pipeline.yaml': MESSY });
    chmodSync(join(folder, 'pipeline.yaml'), 0o444);
    const { stdout, exitCode } = runCli(['check', 'pipeline.yaml', '--fix'], { folder });
    expect(stdout).toContain('not written: pipeline.yaml, because it is read-only');
    expect(exitCode).toBe(1);
    expect(textIn(folder)).toBe(MESSY);
    const piped = runCli(['check', '-', '--fix'], { stdin: MESSY });
    expect(piped.exitCode).toBe(2);
    expect(piped.stderr).toContain('has no file to write to');
  });

  it('does not touch what does not compile', () => {
    const broken = MESSY.replace('Training', 'Trainin');
    const folder = folderWith({ 'pipeline.yaml': broken });
    expect(runCli(['check', 'pipeline.yaml', '--fix'], { folder }).exitCode).toBe(1);
    expect(textIn(folder)).toBe(broken);
  });
});

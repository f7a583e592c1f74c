import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTemplates } from './find-templates.js';

describe('findTemplates', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'millrace-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function writeManifest(below: string, artifacts: object): void {
    mkdirSync(join(folder, below), { recursive: true });
    writeFileSync(join(folder, below, 'manifest.json'), JSON.stringify({ version: '40.0.0', artifacts }));
  }

  const stack = (templateFile: string) => ({ type: 'aws:cloudformation:stack', properties: { templateFile } });
  const stage = (directoryName: string) => ({ type: 'cdk:cloud-assembly', properties: { directoryName } });

  it('finds the templates of stacks, and of the assemblies of stages', async () => {
    writeManifest('', { Stack: stack('Stack.template.json'), Prod: stage('assembly-Prod') });
    writeManifest('assembly-Prod', { Stack: stack('Prod.template.json') });
    expect(await findTemplates(folder)).toEqual(['Stack.template.json', join('assembly-Prod', 'Prod.template.json')]);
  });

  it.each(['.', './', 'a/..', '..', '../other', '/etc'])('does not follow a manifest to %s', async (path) => {
    writeManifest('', { Stack: stack('Stack.template.json'), Odd: stage(path), File: stack(path) });
    expect(await findTemplates(folder)).toEqual(['Stack.template.json']);
  });
});

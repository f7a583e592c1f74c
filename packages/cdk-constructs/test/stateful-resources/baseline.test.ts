import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { afterAll, expect, test } from 'vitest';
import { examples } from '../examples/index.js';
import { findLosses, findUnrecorded } from './find-losses.js';
import { listStateful, type StatefulResources } from './list-stateful.js';

// Logical ids and replacing properties of the last release. MILLRACE_UPDATE_BASELINE=1 writes them anew, also where
// something is lost: look at the difference.
const file = join(import.meta.dirname, 'baseline.json');
const isUpdate = process.env['MILLRACE_UPDATE_BASELINE'] === '1';
// The file is written by this test alone.
const baseline = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, StatefulResources>>;
const current: Record<string, StatefulResources> = {};

for (const { name, make } of examples) {
  test(`a deployment over the last release of ${name} loses nothing`, async () => {
    const app = new App({ analyticsReporting: false });
    await make(app);
    const resources = listStateful(app);
    current[name] = resources;
    if (isUpdate) return;
    const recorded = baseline[name] ?? {};
    expect(findLosses(recorded, resources)).toEqual([]);
    const unrecorded = findUnrecorded(recorded, resources);
    expect(unrecorded, 'not in the baseline yet: run the test once with MILLRACE_UPDATE_BASELINE=1').toEqual([]);
  });
}

test('every example of the last release is still there', () => {
  const names = examples.map(({ name }) => name);
  if (!isUpdate) expect(Object.keys(baseline).filter((name) => !names.includes(name))).toEqual([]);
});

afterAll(() => {
  if (isUpdate) writeFileSync(file, `${JSON.stringify(current, undefined, 2)}\n`);
});

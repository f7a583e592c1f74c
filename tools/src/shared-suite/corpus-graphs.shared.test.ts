import { readdirSync } from 'node:fs';
import { buildDiagram, checkDefinitionText, diagramFormats } from '@millrace/compiler';
import { checkStructure, linkDefinition, readDefinition } from '@millrace/schema';
import { expect, test } from 'vitest';
import { describeShared, readShared, sharedPath } from './shared-folder.js';

describeShared('corpus of foreign definitions', () => {
  const files = readdirSync(sharedPath('corpus/definitions'));
  const undeclared = namesWithUndeclaredParameters();

  test.each(files)('%s is drawn in every format', async (file) => {
    const document = readDefinition(readShared('corpus/definitions', file), file).value;
    expect(document).toBeDefined();
    const definition = document && checkStructure(document).value?.definition;
    expect(definition).toBeDefined();
    const diagram = definition && buildDiagram(linkDefinition(definition), file);
    for (const format of diagramFormats) {
      expect(diagram && (await format.render(diagram))).toMatch(/\S/);
    }
  });

  test.each(files)('%s is checked, and blocked only where a parameter is not declared', async (file) => {
    const { diagnostics } = await checkDefinitionText({ file, text: readShared('corpus/definitions', file) });
    const blocking = new Set(diagnostics.filter((each) => each.blocking).map(({ code }) => code));
    expect([...blocking]).toEqual(undeclared.has(`definitions/${file}`) ? ['graph/unknown-parameter'] : []);
    for (const { range, message } of diagnostics) {
      expect(range?.start.line).toBeGreaterThan(0);
      expect(message).not.toMatch(/undefined|\[object Object\]/);
    }
  });
});

/** The definitions whose authors read parameters that they do not declare, by the manifest of the corpus. */
function namesWithUndeclaredParameters(): ReadonlySet<string | undefined> {
  const [header = '', ...rows] = readShared('corpus/manifest.tsv').split('\n');
  const column = header.split('\t').indexOf('author_issues');
  const cells = rows.map((row) => row.split('\t'));
  return new Set(cells.filter((row) => /Get Parameters\.\S+ undeclared/.test(row[column] ?? '')).map(([file]) => file));
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDefinitionText } from '@millrace/compiler';
import { describe, expect, test } from 'vitest';
import { checkCorpus } from '../corpus-verdicts/check-corpus.js';
import { corpusDefinitions } from '../corpus-verdicts/corpus-definition.js';
import { renderVerdicts } from '../corpus-verdicts/render-verdicts.js';
import { needsReview, reviewOf, unusedReviews } from '../corpus-verdicts/review.js';
import { VERDICTS_PAGE } from '../corpus-verdicts/verdicts-page.js';
import { repositoryRoot } from '../repository.js';
import { describeShared, readShared } from './shared-folder.js';

describeShared('verdicts on the corpus', () => {
  describe('all definitions', async () => {
    const corpus = await checkCorpus();
    const { verdicts, reviews } = corpus;

    test('every error and every warning was looked at', () => {
      const open = verdicts.filter((verdict) => needsReview(verdict) && reviewOf(verdict, reviews) === undefined);
      expect(open.map(({ code, definition }) => `${code} of ${definition.file}`)).toEqual([]);
    });

    test('no review is left over', () => {
      expect(unusedReviews(verdicts, reviews)).toEqual([]);
    });

    test('the committed table is current', () => {
      expect(renderVerdicts(corpus)).toBe(readFileSync(join(repositoryRoot, VERDICTS_PAGE), 'utf8'));
    });

    test('nothing is wrong with what SageMaker accepted, or what the SDK of the authors printed', () => {
      const deployed = verdicts.filter(({ definition }) => /^(?:tfstate|notebook-output)$/.test(definition.kind));
      expect(deployed.filter(({ severity }) => severity === 'error')).toEqual([]);
    });
  });

  const withDefects = corpusDefinitions().filter(({ knownDefects }) => knownDefects.length > 0);

  test.each(withDefects)('$file: what the manifest says of its authors is found', async ({ file, knownDefects }) => {
    const { diagnostics } = await checkDefinitionText({ file, text: readShared('corpus/definitions', file) });
    for (const defect of knownDefects) {
      const { code, names } = expectedOf(defect);
      const said = diagnostics.filter((each) => each.code === code).map(({ message, path }) => `${message} ${path}`);
      for (const name of names) expect(said.join('\n')).toContain(name);
    }
  });

  test('a parameter that is said to be unused is named nowhere', async () => {
    for (const { file } of corpusDefinitions()) {
      const text = readShared('corpus/definitions', file);
      const { diagnostics } = await checkDefinitionText({ file, text });
      for (const { code, message } of diagnostics) {
        const [, name] = /parameter "([^"]+)"/.exec(message) ?? [];
        if (code === 'graph/unused-parameter') expect(text).not.toContain(`"Parameters.${name}"`);
      }
    }
  });
});

/** The code that stands for a defect in the words of the manifest, and what it has to name. */
function expectedOf(defect: string): { readonly code: string; readonly names: readonly string[] } {
  const [, undeclared] = /^Get Parameters\.(\S+) undeclared$/.exec(defect) ?? [];
  if (undeclared !== undefined) return { code: 'graph/unknown-parameter', names: [undeclared] };
  const [, untyped] = /^param (\S+) no Type$/.exec(defect) ?? [];
  if (untyped !== undefined) return { code: 'definition/parameter-without-type', names: [untyped] };
  const [, condition] = /^condition Type (\S+) is not in the DSL$/.exec(defect) ?? [];
  if (condition !== undefined) return { code: 'definition/unknown-condition-type', names: [condition] };
  throw new Error(`the manifest names a defect of a new kind: ${defect}`);
}

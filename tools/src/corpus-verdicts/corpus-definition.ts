import { readShared } from '../shared-suite/shared-folder.js';

/** A definition of the corpus, as its manifest describes it. */
export interface CorpusDefinition {
  /** Name of its file. */
  readonly file: string;
  /** Where it comes from, and so how far it can be trusted: `tfstate`, `SDK2-unit-test`, … */
  readonly kind: string;
  /** Defects of its authors that the manifest names: what is wrong, in the manifest's words. */
  readonly knownDefects: readonly string[];
}

/** The definitions of the corpus, in the order of its manifest. */
export function corpusDefinitions(): readonly CorpusDefinition[] {
  const [header = '', ...rows] = readShared('corpus/manifest.tsv').trim().split('\n');
  const columns = header.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    const notes = cell('notes');
    const [kind = ''] = notes.split(/[:\s]/);
    return {
      file: cell('file').replace(/^definitions\//, ''),
      kind,
      knownDefects: defects(cell('author_issues'), notes),
    };
  });
}

function defects(issues: string, notes: string): readonly string[] {
  const [, bug] = /AUTHOR BUG: ([^\]]+)/.exec(notes) ?? [];
  return [...issues.split(';'), bug ?? ''].map((text) => text.trim()).filter((text) => text !== '');
}

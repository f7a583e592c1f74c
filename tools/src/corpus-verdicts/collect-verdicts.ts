import { checkDefinitionText } from '@millrace/compiler';
import { type Diagnostic, isJsonList, isJsonObject, type Json, type Path, readDefinition } from '@millrace/schema';
import { readShared } from '../shared-suite/shared-folder.js';
import type { CorpusDefinition } from './corpus-definition.js';
import type { Verdict } from './verdict.js';

/** Checks a definition as `millrace validate` does, and counts by code; errors before warnings, remarks left out. */
export async function collectVerdicts(definition: CorpusDefinition): Promise<readonly Verdict[]> {
  const { file } = definition;
  const text = readShared('corpus/definitions', file);
  const { diagnostics } = await checkDefinitionText({ file, text });
  const document = readDefinition(text, file).value?.value ?? null;
  const judged = diagnostics.filter(({ severity }) => severity !== 'info');
  const codes = [...new Set(judged.map(({ code }) => code))].sort();
  const verdicts = codes.map((code) =>
    summarise(
      definition,
      judged.filter((each) => each.code === code),
      document,
    ),
  );
  return [...verdicts].sort((one, other) => one.severity.localeCompare(other.severity));
}

function summarise(definition: CorpusDefinition, same: readonly Diagnostic[], document: Json): Verdict {
  const [first] = same;
  if (first === undefined) throw new Error('a code without a diagnostic');
  const { code, severity } = first;
  const atPlaceholder = same.filter(({ path }) => isPlaceholder(valueAt(document, path))).length;
  return { definition, code, severity, count: same.length, atPlaceholder };
}

/**
 * Values that the README of the corpus declares to mean nothing: references of templates, values that only the authors'
 * account has, and arguments of the SDK's own templates.
 */
const PLACEHOLDER = /(?:^|[^a-z])(?:tf|tpl|cfn|fake|x)-[a-z]|^DummyRole$/i;

function isPlaceholder(value: Json | undefined): boolean {
  if (typeof value === 'string') return PLACEHOLDER.test(value);
  return isJsonObject(value) && 'Std:Join' in value && JSON.stringify(value).search(PLACEHOLDER) >= 0;
}

function valueAt(document: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => {
    if (isJsonList(value)) return typeof key === 'number' ? value[key] : undefined;
    return isJsonObject(value) ? value[key] : undefined;
  }, document);
}

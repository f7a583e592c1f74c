import { type Json, type PipelineDefinition, writeJson } from '@millrace/schema';
import type { Finding } from '../engine/finding.js';
import { editsOf } from '../fixes/edits-of.js';
import { fixUntilDone } from '../fixes/fix-until-done.js';
import type { FixKind } from '../rule/governance-rule.js';
import { lineOf } from './definition-under-test.js';
import { type DefinitionError, errorsOf } from './errors-of.js';
import { structureOf } from './structure-of.js';

/**
 * Demands of the fixes of rules what the rules of Millrace keep: they come to an end and, made again, change nothing; they
 * introduce no finding, by its fingerprint; they keep steps, names, dependencies and what is read; and they leave nothing
 * that SageMaker would refuse and would not have refused before.
 *
 * @param check tells the findings of a definition
 * @param kinds the fixes that are made
 * @throws Error that shows the law that is broken
 */
export async function expectLawfulFixes(
  definition: PipelineDefinition,
  check: (definition: PipelineDefinition) => readonly Finding[],
  kinds: readonly FixKind[] = ['safe', 'suggested'],
): Promise<void> {
  const fixed = fixUntilDone(definition, check, kinds);
  const found = check(fixed);
  refuse(
    'fixes are never done',
    editsOf(found, kinds).map((edit) => writeJson(edit as unknown as Json)),
  );
  refuse(
    'made again, fixes change the definition',
    textOf(fixUntilDone(fixed, check, kinds)) === textOf(fixed) ? [] : [textOf(fixed)],
  );
  refuse('fixes introduce findings', newFindings(check(definition), found));
  refuse('fixes change the structure', differences(structureOf(definition), structureOf(fixed)));
  refuse('fixes introduce errors', newErrors(await errorsOf(definition), await errorsOf(fixed)));
}

function refuse(law: string, lines: readonly string[]): void {
  if (lines.length > 0) throw new Error(`${law}:\n${lines.join('\n')}`);
}

function textOf(definition: PipelineDefinition): string {
  // A definition is JSON; its interfaces have no index signature to say so.
  return writeJson(definition as unknown as Json);
}

function differences(before: readonly string[], after: readonly string[]): readonly string[] {
  return [...added(after, before).map((line) => `- ${line}`), ...added(before, after).map((line) => `+ ${line}`)];
}

/** The lines that are there more often than before. */
function added(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...before];
  return after.filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** An error is told at the innermost object that there is, and may name what else there is: a fix may change either. */
function newErrors(before: readonly DefinitionError[], after: readonly DefinitionError[]): readonly string[] {
  const known = new Set(before.flatMap(({ place, text }) => [place, text]));
  return after.filter(({ place, text }) => !known.has(place) && !known.has(text)).map(({ text }) => text);
}

/** By their places, since of a finding that several steps share some may be mended. */
function newFindings(before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const known = new Set(before.flatMap(({ places }) => places.map(({ fingerprint }) => fingerprint)));
  return after.filter(({ places }) => places.some(({ fingerprint }) => !known.has(fingerprint))).map(lineOf);
}

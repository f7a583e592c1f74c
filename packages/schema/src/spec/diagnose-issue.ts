import type { z } from 'zod';
import type { Diagnostic, Path } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import { formatPath } from '../diagnostics/format-path.js';
import { isJsonList, isJsonObject, type Json } from '../source/json.js';
import { isNumber } from '../source/source-number.js';
import { describeValue } from './describe-value.js';
import { expectedKind } from './expected-kind.js';
import { missingKey } from './missing-key.js';
import { parametersOf, pendingDiagnosticOf } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';

/** Turns what zod found in a document into diagnostics in the author's words. */
export function diagnoseIssues(issues: readonly z.core.$ZodIssue[], document: Json): readonly Diagnostic[] {
  const numbers = numbersTakenForMaps(issues, document);
  const real = issues.filter(
    (issue) => !numbers.some((path) => startsWith(pathOf(issue), path)) && !isSizeOfText(issue, document),
  );
  const unknown = real.filter(({ message }) => message === specDiagnostics['unknown-key'].code).map(pathOf);
  return [
    ...numbers.map((path) => notAMap(path, document)),
    ...real
      .filter((issue) => !isMisspelt(pathOf(issue), unknown, document) && !lacksMisspelt(issue, unknown))
      .map((issue) => diagnoseIssue(issue, document)),
  ];
}

/**
 * A number with its source text is an object to zod, so it passes for a map, and the members of its class for unknown
 * keys: issues that lead into a number mean that a map was wanted in its place.
 */
function numbersTakenForMaps(issues: readonly z.core.$ZodIssue[], document: Json): readonly Path[] {
  const found = new Map<string, Path>();
  for (const issue of issues) {
    const parent = pathOf(issue).slice(0, -1);
    if (isNumber(valueAt(document, parent))) found.set(formatPath(parent), parent);
  }
  return [...found.values()];
}

/** zod measures a text that stands in place of a list, too; that it is no list is told already. */
function isSizeOfText(issue: z.core.$ZodIssue, document: Json): boolean {
  const measured = issue.code === 'too_small' || issue.code === 'too_big';
  return measured && !isJsonList(valueAt(document, pathOf(issue)));
}

function startsWith(path: Path, prefix: Path): boolean {
  return prefix.every((segment, index) => path[index] === segment);
}

function notAMap(path: Path, document: Json): Diagnostic {
  return specDiagnostics['wrong-type']({ expected: 'a map', given: describeValue(valueAt(document, path)) }, { path });
}

// Keys of documents are text and indexes numbers; symbols cannot occur.
function pathOf(issue: z.core.$ZodIssue): Path {
  return issue.path as Path;
}

/** True for a key that is missing only because it is misspelt: that is told as an unknown key already. */
function isMisspelt(path: Path, unknown: readonly Path[], document: Json): boolean {
  if (unknown.length === 0 || valueAt(document, path) !== undefined) return false;
  return resemblesUnknown(path, unknown);
}

function resemblesUnknown(path: Path, unknown: readonly Path[]): boolean {
  const map = formatPath(path.slice(0, -1));
  return unknown.some(
    (other) =>
      formatPath(other.slice(0, -1)) === map && didYouMean(String(other.at(-1)), [String(path.at(-1))]) !== undefined,
  );
}

/** True where a key misses its companion only because that is misspelt; the issue is at the map or at the key. */
function lacksMisspelt(issue: z.core.$ZodIssue, unknown: readonly Path[]): boolean {
  if (issue.message !== specDiagnostics['missing-companion'].code) return false;
  const missing = String(parametersOf(issue)['missing']);
  const path = pathOf(issue);
  return [path, path.slice(0, -1)].some((map) => resemblesUnknown([...map, missing], unknown));
}

function diagnoseIssue(issue: z.core.$ZodIssue, document: Json): Diagnostic {
  const path = pathOf(issue);
  const pending = pendingDiagnosticOf(issue);
  if (pending !== undefined) return pending(path);
  const given = valueAt(document, path);
  if (given === undefined) return missingKey(path);
  return diagnoseKnownIssue(issue, path, given);
}

function diagnoseKnownIssue(issue: z.core.$ZodIssue, path: Path, given: Json): Diagnostic {
  switch (issue.code) {
    case 'invalid_type':
      return specDiagnostics['wrong-type'](
        {
          expected: expectedKind(issue.expected),
          given: describeValue(given),
          help: issue.expected === 'array' ? listHelp(given) : undefined,
        },
        { path },
      );
    case 'invalid_value':
      return diagnoseChoice(issue.values.map(String), path, given);
    case 'too_small':
      return specDiagnostics['too-short']({ ...sizeOf(path, given), atLeast: Number(issue.minimum) }, { path });
    case 'too_big':
      return specDiagnostics['too-long']({ ...sizeOf(path, given), atMost: Number(issue.maximum) }, { path });
    default:
      return specDiagnostics['wrong-type']({ expected: issue.message, given: describeValue(given) }, { path });
  }
}

/** How to make a list of what was given in place of one. */
function listHelp(given: Json): string | undefined {
  if (isJsonObject(given)) return 'begin each entry with "- "';
  return typeof given === 'string' && /^[\w.:/-]+$/.test(given) ? `write [${given}]` : undefined;
}

function diagnoseChoice(allowed: readonly string[], path: Path, given: Json): Diagnostic {
  if (typeof given === 'string') return specDiagnostics['not-allowed-value']({ given, allowed }, { path });
  return specDiagnostics['wrong-type'](
    { expected: `one of ${allowed.join(', ')}`, given: describeValue(given) },
    { path },
  );
}

// Texts are measured by their own slots, so lists are all that zod measures.
function sizeOf(path: Path, given: Json): { what: string; given: number; unit: string } {
  return { what: `"${String(path.at(-1) ?? '')}"`, given: isJsonList(given) ? given.length : 0, unit: 'items' };
}

function valueAt(document: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, segment) => {
    if (isJsonList(value) && typeof segment === 'number') return value[segment];
    return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
  }, document);
}

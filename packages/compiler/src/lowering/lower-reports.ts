import { type Path, type ReportSource, type Reports, type ReportTable, SpecValue } from '@millrace/schema';
import { type Draft, placed } from './draft.js';
import type { LoweringContext } from './lowering-context.js';

/** Reports on a model in AWS's form; the table has AWS's names. */
export function lowerReports(
  reports: Reports | undefined,
  { table, path }: { readonly table: ReportTable; readonly path: Path },
  context: LoweringContext,
): Draft | undefined {
  if (reports === undefined) return undefined;
  const members = Object.entries(table).map(([group, { member, reports: names }]) => {
    const given = reports[group];
    const at = [...path, group];
    const sources = Object.entries(names).map(([key, name]) => [
      name,
      lowerSource(given?.[key], [...at, key], context),
    ]);
    return [member, given === undefined ? undefined : placed(at, Object.fromEntries(sources))];
  });
  return placed(path, Object.fromEntries(members));
}

function lowerSource(
  source: SpecValue | ReportSource | undefined,
  path: Path,
  context: LoweringContext,
): Draft | undefined {
  if (source === undefined) return undefined;
  if (source instanceof SpecValue)
    return placed(path, { ContentType: DEFAULT_TYPE, S3Uri: context.text(source, path) });
  return placed(path, {
    ContentType: context.text(source.contentType, [...path, 'contentType']) ?? DEFAULT_TYPE,
    ContentDigest: context.text(source.contentDigest, [...path, 'contentDigest']),
    S3Uri: lowerUri(source, path, context),
  });
}

/** What checks of SageMaker and most scripts write. */
const DEFAULT_TYPE = 'application/json';

function lowerUri({ s3Uri, stepOutput, file }: ReportSource, path: Path, context: LoweringContext): Draft | undefined {
  const output = context.text(stepOutput, [...path, 'stepOutput']);
  if (output === undefined) return context.text(s3Uri, [...path, 's3Uri']);
  return file === undefined ? output : { 'Std:Join': { On: '/', Values: [output, file] } };
}

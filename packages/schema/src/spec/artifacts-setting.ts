import { z } from 'zod';
import { ARTIFACT_LAYOUT, type ArtifactArea, type ArtifactLifecycle } from '../artifact-layout.js';
import { defineDiagnostics } from '../diagnostics/define-diagnostics.js';
import { acrossKeys } from './across-keys.js';
import { authorObject } from './author-object.js';
import { shorten } from './describe-value.js';
import { type IssueContext, reportIssue } from './report-issue.js';
import { specDiagnostics } from './spec-diagnostics.js';

/** Messages on how long artifacts live. */
export const artifactDiagnostics = defineDiagnostics('spec', {
  'expires-before-move': {
    severity: 'error',
    kind: 'refusal',
    message: (p: { expires: number; moves: number }) =>
      `objects would expire after ${p.expires} days, before they move to infrequent access after ${p.moves}`,
    help: () => 'let them expire later, or write "infrequentAccessAfter: never"',
    explanation:
      'S3 refuses a lifecycle configuration in which objects move to another storage class on the day on which they are deleted, or after it.',
  },
});

/** Days, or never. */
export type Retention = number | 'never';

const LONGEST_DAYS = 36_500;

/** `30d`, `4w` or `never`. S3 counts ages in whole days; moves to infrequent access are refused before day 30. */
function days(minimum: number) {
  return z
    .string()
    .meta({ pattern: '^(never|\\d+[dw])$', examples: ['30d', 'never'] })
    .transform((written, context): Retention => {
      if (written === 'never') return written;
      const [, count, unit] = /^(\d{1,5})([dw])$/.exec(written) ?? [];
      const given = Number(count) * (unit === 'w' ? 7 : 1);
      if (given >= minimum && given <= LONGEST_DAYS) return given;
      reportDays(written, { given, minimum }, context);
      return z.NEVER;
    });
}

function reportDays(written: string, { given, minimum }: { given: number; minimum: number }, context: IssueContext) {
  if (Number.isNaN(given)) {
    const parameters = { what: 'a retention', given: shorten(written), allowed: 'write 30d, 4w or never' };
    reportIssue(context, specDiagnostics.malformed, { parameters });
    return;
  }
  const range = `${minimum} to ${LONGEST_DAYS} days`;
  reportIssue(context, specDiagnostics['out-of-range'], {
    parameters: { what: 'the retention', given: `${given} days`, range },
  });
}

const area = authorObject({
  expireAfter: days(1).optional().describe('Age at which objects are deleted, as 30d, or never.'),
  infrequentAccessAfter: days(30)
    .optional()
    .describe('Age at which objects move to the storage class for infrequent access, from 30d on, or never.'),
  keepReplaced: days(1).optional().describe('How long replaced and deleted versions are kept, as 30d, or never.'),
});

const code = authorObject({
  expireRetiredAfter: days(1)
    .optional()
    .describe('How long scripts are kept that no deployed version of the pipeline names, as 30d, or never.'),
});

const areas = {
  runs: area.optional().describe(`Retention of ${ARTIFACT_LAYOUT.runs.holds}.`),
  models: area.optional().describe(`Retention of ${ARTIFACT_LAYOUT.models.holds}.`),
  checkpoints: area.optional().describe(`Retention of ${ARTIFACT_LAYOUT.checkpoints.holds}.`),
  reports: area.optional().describe(`Retention of ${ARTIFACT_LAYOUT.reports.holds}.`),
  code: code.optional().describe(`Retention of ${ARTIFACT_LAYOUT.code.holds}.`),
  data: area.optional().describe(`Retention of ${ARTIFACT_LAYOUT.data.holds}.`),
};

const retentions = authorObject(areas);

/** `artifacts:` — how long the objects of each prefix live, and differently in some environments. */
export const artifactsSetting = authorObject({
  ...areas,
  environments: z
    .record(z.string(), retentions)
    .optional()
    .describe('By environment: what differs there from the retention above.'),
}).check(
  acrossKeys((written, context) => {
    // A setting that is no map is told by its own schema, and says nothing here.
    checkOrder(written, { names: Object.keys(written), base: [] }, context);
    const environments = written['environments'];
    if (typeof environments !== 'object' || environments === null) return;
    for (const [name, own] of Object.entries(environments))
      if (typeof own === 'object' && own !== null)
        checkOrder(mergeAreas(written, own), { names: Object.keys(own), base: ['environments', name] }, context);
  }),
);

/** What an author says of artifacts. */
export type ArtifactsSetting = z.output<typeof artifactsSetting>;

function checkOrder(
  written: Areas,
  { names, base }: { names: readonly string[]; base: readonly string[] },
  context: IssueContext,
): void {
  for (const name of names.filter(isArea)) {
    const { expireAfterDays, infrequentAccessAfterDays } = lifecycleOf(name, written[name]);
    if (expireAfterDays === undefined || infrequentAccessAfterDays === undefined) continue;
    if (expireAfterDays > infrequentAccessAfterDays) continue;
    const parameters = { expires: expireAfterDays, moves: infrequentAccessAfterDays };
    reportIssue(context, artifactDiagnostics['expires-before-move'], { parameters, at: [...base, name] });
  }
}

type Areas = { readonly [A in ArtifactArea]?: WrittenRetention | undefined };

function isArea(name: string): name is ArtifactArea {
  return Object.hasOwn(ARTIFACT_LAYOUT, name);
}

/** What is said for an environment, beside what is said for all, key by key. */
function mergeAreas(all: Areas, own: Areas): Areas {
  const names = Object.keys(ARTIFACT_LAYOUT).filter(isArea);
  return Object.fromEntries(names.map((name) => [name, { ...all[name], ...own[name] }]));
}

/** The lifecycle of every prefix in an environment: the layout's, with what the spec says of it, and of it there. */
export function artifactLifecycles(
  setting: ArtifactsSetting | undefined,
  environment?: string,
): Readonly<Record<ArtifactArea, ArtifactLifecycle>> {
  const there = environment === undefined ? undefined : setting?.environments?.[environment];
  const merged = mergeAreas(setting ?? {}, there ?? {});
  const entries = Object.keys(ARTIFACT_LAYOUT)
    .filter(isArea)
    .map((name) => [name, lifecycleOf(name, merged[name])] as const);
  // The names are exactly the keys of the layout.
  return Object.fromEntries(entries) as Record<ArtifactArea, ArtifactLifecycle>;
}

interface WrittenRetention {
  readonly expireAfter?: Retention | undefined;
  readonly infrequentAccessAfter?: Retention | undefined;
  readonly keepReplaced?: Retention | undefined;
  readonly expireRetiredAfter?: Retention | undefined;
}

/**
 * Days for which the version that an expiry leaves behind is kept where nothing else is said. In a versioned bucket an
 * expiry only hides the object; without this its storage would be paid for ever. A week is time to notice a mistake.
 */
const EXPIRED_VERSION_DAYS = 7;

function lifecycleOf(name: ArtifactArea, written: WrittenRetention = {}): ArtifactLifecycle {
  const { expireTagged, ...usual } = ARTIFACT_LAYOUT[name].lifecycle;
  const expires = written.expireAfter ?? usual.expireAfterDays;
  const retired = written.expireRetiredAfter ?? expireTagged?.afterDays;
  const leavesVersions = typeof expires === 'number' || typeof retired === 'number';
  const replaced = usual.noncurrentVersionDays ?? (leavesVersions ? EXPIRED_VERSION_DAYS : undefined);
  return {
    ...daysOf('expireAfterDays', expires),
    ...daysOf('infrequentAccessAfterDays', written.infrequentAccessAfter ?? usual.infrequentAccessAfterDays),
    ...daysOf('noncurrentVersionDays', written.keepReplaced ?? replaced),
    ...(expireTagged === undefined || typeof retired !== 'number'
      ? {}
      : { expireTagged: { ...expireTagged, afterDays: retired } }),
  };
}

function daysOf(key: string, value: Retention | undefined): Readonly<Record<string, number>> {
  return typeof value === 'number' ? { [key]: value } : {};
}

import { z } from 'zod';

/** The documents of `--json` as DESIGN, section 9, states them: strict, so that a member too many is found. */
const diagnostic = z.strictObject({
  code: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string().min(1),
  path: z.string(),
  file: z.string().optional(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
  help: z.string().optional(),
});

const diagnostics = z.array(diagnostic);

export const validateDocument = z.strictObject({ ok: z.boolean(), diagnostics });

export const compileDocument = z.strictObject({
  ok: z.boolean(),
  definition: z.looseObject({ Version: z.literal('2020-12-01'), Steps: z.array(z.unknown()) }).nullable(),
  unbound: z.array(z.string()),
  diagnostics,
});

export const graphDocument = z.strictObject({
  ok: z.boolean(),
  format: z.enum(['mermaid', 'json', 'svg', 'markdown']).nullable(),
  diagram: z
    .union([z.string(), z.looseObject({ steps: z.array(z.unknown()), edges: z.array(z.unknown()) })])
    .nullable(),
  diagnostics,
});

export const scenarioDocument = z.strictObject({
  ok: z.boolean(),
  scenario: z.looseObject({}).nullable(),
  diagnostics,
});

const loudness = z.strictObject({ severity: z.string(), severityOfUnknown: z.string().optional() });

const explainedRule = z.strictObject({
  code: z.string().startsWith('policy/'),
  ...{ id: z.string(), title: z.string(), area: z.string(), checks: z.string(), why: z.string(), source: z.string() },
  on: z.array(z.enum(['definition', 'template'])).min(1),
  fix: z.strictObject({ kind: z.enum(['safe', 'suggested', 'none']), how: z.string() }),
  profiles: z.partialRecord(z.enum(['baseline', 'regulated', 'cost']), loudness),
  options: z.array(
    z.strictObject({ name: z.string(), takes: z.string(), initial: z.unknown(), meaning: z.string().min(1) }),
  ),
});

export const explainDocument = z.strictObject({
  ok: z.boolean(),
  codes: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.string(),
      kind: z.enum(['blocking', 'refusal', 'remark']),
      rules: z.array(z.string()),
      explanation: z.string().min(1),
    }),
  ),
  rules: z.array(explainedRule),
  diagnostics,
});

const seconds = z.number().nonnegative().nullable();

export const dryRunDocument = z.strictObject({
  status: z.enum(['Succeeded', 'Failed', 'Stopped', 'Undecided']),
  steps: z.array(
    z.strictObject({
      name: z.string(),
      type: z.string(),
      status: z.enum(['Starting', 'Executing', 'Succeeded', 'Failed', 'Stopped', 'Skipped', 'NotRun', 'Undecided']),
      startSeconds: seconds,
      endSeconds: seconds,
      failureReason: z.string().optional(),
    }),
  ),
  undecided: z.array(
    z.strictObject({
      step: z.string(),
      reads: z.array(z.string()),
      ifSteps: z.array(z.string()),
      elseSteps: z.array(z.string()),
    }),
  ),
  registered: z.array(
    z.strictObject({
      step: z.string(),
      modelPackageGroup: z.string(),
      version: z.int().positive(),
      approvalStatus: z.string(),
      modelDataUrl: z.string().nullable(),
    }),
  ),
  diagnostics,
});

export const lockDocument = z.strictObject({
  ok: z.boolean(),
  file: z.string().nullable(),
  images: z.array(z.strictObject({ name: z.string(), uri: z.string(), digest: z.string().nullable() })),
  unused: z.array(z.string()),
  diagnostics,
});

const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string().min(1),
  path: z.string(),
  file: z.string().optional(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
  fingerprint: z.string().regex(/^[0-9a-f]{16}(-\d+)?$/),
  verdict: z.enum(['violated', 'unknown']),
  steps: z.array(z.string()),
  construct: z.string().optional(),
  why: z.string().min(1),
  help: z.string().min(1),
  source: z.string().min(1),
  fix: z.enum(['safe', 'suggested', 'none']),
});

export const checkDocument = z.strictObject({
  findings: z.array(finding),
  exceptions: z.array(
    z.strictObject({
      rule: z.string(),
      path: z.string(),
      reason: z.string(),
      owner: z.string(),
      expires: z.iso.date(),
      daysLeft: z.int(),
      environments: z.array(z.string()).optional(),
      state: z.enum(['holds', 'expired', 'unused', 'not-judged']),
      file: z.string(),
      line: z.int().positive(),
      findings: z.array(finding),
    }),
  ),
  diagnostics,
  checked: z.array(z.strictObject({ file: z.string(), what: z.string() })),
});

/** The document of each command. */
export const documents = {
  validate: validateDocument,
  compile: compileDocument,
  graph: graphDocument,
  scenario: scenarioDocument,
  check: checkDocument,
  lock: lockDocument,
  explain: explainDocument,
  'dry-run': dryRunDocument,
} as const;

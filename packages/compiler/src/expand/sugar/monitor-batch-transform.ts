import {
  BODY_KEYS,
  type Diagnostic,
  type SourceEntry,
  type SourceMap,
  type StepType,
  settingsOf,
} from '@millrace/schema';
import { expandDiagnostics } from '../expand-diagnostics.js';
import { makeNode, type NodePlan } from '../make-node.js';
import { textAt } from '../source-maps.js';
import type { SugarStep, SugarWriter } from './sugar-step.js';

/**
 * A transform and a check of its data, one after the other. Source of names and order: SageMaker SDK v2,
 * `monitor_batch_transform_step.py`. What is given beside the body goes to both, as far as their types take it.
 */
export const writeMonitorBatchTransform: SugarWriter = (step) => {
  const { fields } = step;
  const type: StepType = fields.has(BODY_KEYS.QualityCheck) ? 'QualityCheck' : 'ClarifyCheck';
  const transform = { type: 'Transform', suffix: 'transform' } as const;
  const check = { type, suffix: 'monitoring' } as const;
  const [first, second] = isCheckFirst(step) ? [check, transform] : [transform, check];
  const earlier = writePart(step, { ...first, dependsOn: step.settings.get('dependsOn') });
  const later = writePart(step, { ...second, dependsOn: [`${step.name}-${first.suffix}`] });
  return { steps: [earlier, later], diagnostics: problemsOf(step, fields.get(BODY_KEYS[type])) };
};

interface Part {
  readonly type: StepType;
  readonly suffix: string;
  readonly dependsOn: NodePlan;
}

function writePart(
  { settings, fields, place, name, written }: SugarStep,
  { type, suffix, dependsOn }: Part,
): SourceMap {
  const taken = [...settings].filter(([key]) => settingsOf(type).includes(key));
  const displayName = settings.get('displayName')?.value;
  const shown = displayName?.kind === 'scalar' ? `${String(displayName.value)}-${suffix}` : undefined;
  const plan: NodePlan = {
    name: withText(settings.get('name'), `${name}-${suffix}`),
    type,
    dependsOn,
    displayName: shown === undefined ? undefined : withText(settings.get('displayName'), shown),
    description: settings.get('description'),
    ...Object.fromEntries(taken),
    [BODY_KEYS[type]]: fields.get(BODY_KEYS[type]),
  };
  // A plan that is a map gives a map.
  return makeNode(plan, { ...place, origin: written }) as SourceMap;
}

function withText(entry: SourceEntry | undefined, text: string): NodePlan {
  return entry?.value.kind === 'scalar' ? { ...entry, value: { ...entry.value, value: text } } : text;
}

function isCheckFirst({ fields }: SugarStep): boolean {
  const flag = fields.get('monitorBeforeTransform')?.value;
  return flag?.kind === 'scalar' && String(flag.value) === 'true';
}

/** The checks that look at data alone; others need what the transform makes. */
const OF_DATA = ['dataquality', 'modelexplainability'];

function problemsOf(step: SugarStep, check: SourceEntry | undefined): readonly Diagnostic[] {
  const given = textAt(check?.value, 'checkType') ?? '';
  if (!isCheckFirst(step) || OF_DATA.includes(given.replaceAll('_', '').toLowerCase())) return [];
  const path = step.fields.get('monitorBeforeTransform')?.value.origin ?? step.written;
  return [expandDiagnostics['monitor-before-predictions']({ given }, { path })];
}

import {
  BODY_KEYS,
  bodyFieldsOf,
  type Diagnostic,
  INHERITED_BODY_FIELDS,
  INHERITED_SETTINGS,
  isStepType,
  type SourceEntry,
  type StepType,
  settingsOf,
  stepTypeDeclarations,
} from '@millrace/schema';
import { completeMap } from './complete-map.js';
import { expandDiagnostics } from './expand-diagnostics.js';
import type { Expansion, ExpansionInput, WrittenStep } from './expansion.js';
import { fitDefault } from './fit-default.js';
import { entryOf, textAt, withValue, writtenAt } from './source-maps.js';

/** `pipeline.defaults`: each step inherits what its type takes and it does not give itself. */
export const inheritDefaults: Expansion = {
  isUsed: ({ pipeline }) => entryOf(pipeline, 'defaults')?.value.kind === 'map',
  expand: (input) => {
    const defaults = readDefaults(input);
    return { steps: input.steps.map((step) => inherit(step, defaults)), diagnostics: remarks(input, defaults) };
  },
};

const DEFAULTS = ['pipeline', 'defaults'];

/** The defaults, each node with the path at which the author wrote it. What is no default, validation reports. */
function readDefaults({ pipeline }: ExpansionInput): readonly SourceEntry[] {
  const defaults = entryOf(pipeline, 'defaults')?.value;
  if (defaults?.kind !== 'map') return [];
  const known = [...INHERITED_SETTINGS, ...INHERITED_BODY_FIELDS];
  return defaults.entries
    .filter(({ key }) => known.includes(key))
    .map((entry) => ({ ...entry, value: writtenAt(entry.value, [...DEFAULTS, entry.key]) }));
}

function inherit(step: WrittenStep, defaults: readonly SourceEntry[]): WrittenStep {
  const type = typeOf(step);
  if (type === undefined || step.node.kind !== 'map') return step;
  const { settings, fields } = inheritedBy(type, defaults);
  const node = completeMap(step.node, settings);
  const body = entryOf(node, BODY_KEYS[type])?.value;
  if (body?.kind !== 'map') return { ...step, node };
  const { inheritsUnless = {} } = stepTypeDeclarations[type];
  const open = fields.filter(
    ({ key }) => !(inheritsUnless[key] ?? []).some((other) => entryOf(body, other) !== undefined),
  );
  return { ...step, node: withValue(node, BODY_KEYS[type], completeMap(body, open)) };
}

function typeOf({ node }: WrittenStep): StepType | undefined {
  const type = textAt(node, 'type');
  return type !== undefined && isStepType(type) ? type : undefined;
}

interface Inherited {
  readonly settings: readonly SourceEntry[];
  readonly fields: readonly SourceEntry[];
}

function inheritedBy(type: StepType, defaults: readonly SourceEntry[]): Inherited {
  const pick = (taken: readonly string[], keys: readonly string[]) =>
    defaults.filter(({ key }) => keys.includes(key) && taken.includes(key)).map((entry) => fitDefault(entry, type));
  return {
    settings: pick(settingsOf(type), INHERITED_SETTINGS),
    fields: pick(bodyFieldsOf(type), INHERITED_BODY_FIELDS),
  };
}

function remarks({ steps }: ExpansionInput, defaults: readonly SourceEntry[]): readonly Diagnostic[] {
  const types = steps.filter(({ node }) => entryOf(node, 'raw') === undefined).map(typeOf);
  // What a step of an unknown type would take, nobody knows.
  if (types.includes(undefined)) return [];
  const taken = new Set(
    types.flatMap((type) => (type === undefined ? [] : [...settingsOf(type), ...bodyFieldsOf(type)])),
  );
  return defaults
    .filter(({ key }) => !taken.has(key))
    .map(({ key }) => expandDiagnostics['unused-default']({ key }, { path: [...DEFAULTS, key], target: 'key' }));
}

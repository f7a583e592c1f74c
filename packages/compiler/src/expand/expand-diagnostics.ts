import { defineDiagnostics, listNames } from '@millrace/schema';

/** Messages on the conveniences of a spec that are written out before it is validated. */
export const expandDiagnostics = defineDiagnostics('spec', {
  'unused-default': {
    severity: 'warning',
    kind: 'remark',
    message: (p: { key: string }) => `no step of this pipeline can take "${p.key}"`,
    help: (p) => `remove "${p.key}" from the defaults`,
    explanation:
      'Steps inherit from pipeline.defaults what their type takes: a cache only where SageMaker caches steps of that type, an instance type only where a step starts instances. A default that no step can take does nothing.',
  },
  'for-each-form': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string }) => `forEach takes a list, or a map of keys and values, but this is ${p.given}`,
    help: () => 'write [a, b], or { a: { size: 1 }, b: { size: 2 } }',
    explanation:
      'forEach makes one step of each item when the spec is compiled. The items are written in the spec: a list, or a map of keys and values.',
  },
  'for-each-empty': {
    severity: 'error',
    kind: 'blocking',
    message: () => 'forEach has no items, so the pipeline would not have this step',
    help: () => 'give at least one item, or remove the step',
    explanation:
      'forEach makes one step of each item. Without items there is no step, and whatever names it would lead nowhere.',
  },
  'for-each-value': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string }) =>
      `an item of forEach is one value, or a map of single values, but this is ${p.given}`,
    explanation:
      'The value of an item is text, a number, true or false, or a map of these, which a step reads as each.value.FIELD. Deeper values belong into the step itself.',
  },
  'for-each-key': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { key: string }) => `two items of forEach have the key "${p.key}", and a step takes its name from it`,
    help: () => 'remove one of the two, or write a map with a key of its own for each',
    explanation:
      'Each item of forEach becomes a step with the key in its name, and names of steps are unique. The key of a text or number in a list is the item itself.',
  },
  'for-each-too-large': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { values: number; characters: number }) =>
      `the steps that forEach makes would hold too much: more than ${p.values} values or ${p.characters} characters`,
    help: () => 'give fewer items',
    explanation:
      'A few lines with forEach can stand for more steps than any pipeline holds (SageMaker allows 50). Millrace stops before that fills the memory.',
  },
  'unknown-each': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string; key: string; help: string }) =>
      `"\${${p.name}}" names nothing for the item "${p.key}" of forEach`,
    help: (p) => p.help,
    explanation:
      'In a step with forEach, each.key is the key of the item, each.value its value, each.value.FIELD a value of its map, and each.index its number, from 0. For the literal text write the dollar sign twice.',
  },
  'each-is-a-map': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { fields: readonly string[] }) =>
      `each.value is a map here, with ${listNames(p.fields)}, and cannot be a part of a text`,
    help: (p) => `write each.value.${p.fields[0] ?? 'FIELD'}`,
    explanation:
      'Inside a text only single values can stand. The text that is nothing but each.value between its braces becomes the whole map.',
  },
  'monitor-before-predictions': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { given: string }) =>
      `a check of the kind "${p.given}" cannot run before the transform: it needs the predictions`,
    help: () => 'remove "monitorBeforeTransform", or check DataQuality or ModelExplainability',
    explanation:
      'Before the transform there are only its inputs, which checks of data quality and of explainability can look at. Checks of model quality and bias compare predictions, so they run after it (SageMaker Python SDK, monitor_batch_transform_step.py).',
  },
  'group-name-taken': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string }) =>
      `"${p.name}" would mean all steps that this one stands for, but is the name of another step`,
    help: () => 'rename one of the two',
    explanation:
      'A step with forEach, and some types, stand for several steps. Others name all of them by its name (without the key), as in dependsOn: [Train], so that name must not be taken.',
  },
});

import {
  BODY_KEYS,
  formatPropertyPath,
  isJoinedOutput,
  type PropertyPath,
  type StepOutput,
  type StepType,
  type StepTypeFacts,
  specJsonSchema,
  stepTypeDeclarations,
} from '@millrace/schema';
import { stringify } from 'yaml';
import type { SchemaNode } from './describe-schema.js';
import { type Field, listFields } from './list-fields.js';
import { markdownTable, pageHead } from './markdown.js';
import { writeOut } from './write-out.js';

/** The page of a step type. */
export function renderStepType(type: StepType): string {
  const { summary, facts, example, fixedOutputs, request } = stepTypeDeclarations[type] as Declaration;
  const { body, envelope } = fieldsOf(type);
  return [
    pageHead(`${type} step`, summary),
    '## Example',
    'The smallest complete step; a test compiles and simulates it.',
    `\`\`\`yaml\n${stringify([example], { lineWidth: 110 })}\`\`\``,
    `## Fields of \`${BODY_KEYS[type]}\``,
    body.length === 0 ? 'None.' : fieldTable(body),
    '## Fields beside it',
    fieldTable(envelope),
    '## Outputs',
    describeOutputs(fixedOutputs),
    '## What SageMaker does',
    describeFacts(facts, request),
  ].join('\n\n');
}

interface Declaration {
  readonly summary: string;
  readonly facts: StepTypeFacts;
  readonly example: unknown;
  readonly fixedOutputs: Readonly<Record<string, StepOutput>>;
  readonly request?: string;
}

function fieldsOf(type: StepType): { readonly body: readonly Field[]; readonly envelope: readonly Field[] } {
  // JSON Schema, as zod writes it.
  const definitions = specJsonSchema()['$defs'] as Readonly<Record<string, SchemaNode>>;
  const step = writeOut(definitions[`${type}Step`] ?? {}, definitions);
  const { [BODY_KEYS[type]]: body = {}, ...properties } = step.properties ?? {};
  const taken = Object.entries(properties).filter(([key]) => isTaken(key, stepTypeDeclarations[type].facts));
  return { body: listFields(body), envelope: listFields({ ...step, properties: Object.fromEntries(taken) }) };
}

const SETTINGS: Readonly<Record<string, (facts: StepTypeFacts) => boolean>> = {
  type: () => false,
  cache: ({ cache }) => cache !== false,
  retry: ({ retry }) => retry !== false,
  environment: ({ settings }) => settings.includes('environment'),
  network: ({ settings }) => settings.includes('network'),
  roleArn: ({ settings }) => settings.includes('roleArn'),
  kmsKeyArn: ({ settings }) => settings.includes('kmsKeyArn'),
  tags: ({ settings }) => settings.includes('tags'),
};

function isTaken(key: string, facts: StepTypeFacts): boolean {
  return SETTINGS[key]?.(facts) ?? true;
}

function fieldTable(fields: readonly Field[]): string {
  const rows = fields.map(({ name, isRequired, takes, description }) => [
    `\`${name}\`${isRequired ? ' *' : ''}`,
    takes,
    description,
  ]);
  return `${markdownTable(['field', 'takes', 'meaning'], rows)}\n\n\\* must be given`;
}

function describeOutputs(fixed: Declaration['fixedOutputs']): string {
  const rows = Object.entries(fixed).map(([name, output]) => [`\`${name}\``, describeOutput(output)]);
  return rows.length === 0
    ? 'Those that the step declares by name, if any.'
    : markdownTable(['name', 'property'], rows);
}

function describeOutput(output: StepOutput): string {
  const read = (path: PropertyPath) => `Steps.NAME${formatPropertyPath(path)}`;
  if (!isJoinedOutput(output)) return code([read(output)]);
  const parts = output.parts.map((part) => (typeof part === 'string' ? part : read(part)));
  return `${code(parts)}, joined with \`${output.on}\``;
}

function describeFacts(facts: StepTypeFacts, request?: string): string {
  const { execution, cache, retry, permissions, billing } = facts;
  const actions = [...new Set(permissions.flatMap((permission) => permission.actions))];
  const rows = [
    ['AWS request', request === undefined ? 'none; the type has a form of its own' : `\`${request}\``],
    ['runs as', EXECUTION_WORDS[execution]],
    ['cached', cache === false ? 'never' : `by ${code(cache.attributes)}`],
    ['retried', retry === false ? 'never' : `on ${code(retry.exceptions)}`],
    ['IAM actions', actions.length === 0 ? 'none' : code(actions)],
    ['billed by', billing === 'none' ? 'nothing of its own' : billing.replace('-', ' ')],
  ];
  return markdownTable(['', ''], rows);
}

const EXECUTION_WORDS: Readonly<Record<StepTypeFacts['execution'], string>> = {
  'container-job': 'a job in containers',
  'function-call': 'the call of a function',
  'outside-wait': 'a wait for an answer from outside',
  record: 'an entry that is written',
  branch: 'a choice of a side',
  stop: 'the end of the execution',
};

function code(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

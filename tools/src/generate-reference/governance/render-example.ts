import { stringify } from 'yaml';
import type { RuleExample } from './rule-examples.js';

/** A case of a rule, with all that it stands in: the project config, the scripts, what is deployed. */
export function renderExample(id: string, example: RuleExample): string {
  const around = [...configBlocks(id, example), ...deployedBlocks(example), ...scriptBlocks(example)];
  const bridge = around.length === 0 ? [] : [`The ${isTemplate(example) ? 'template' : 'definition'}:`];
  return [...around, ...bridge, block('yaml', subjectOf(example))].join('\n\n');
}

function isTemplate({ template, resources }: RuleExample): boolean {
  return template !== undefined || resources !== undefined;
}

/** What is looked at: a definition or a template, in YAML, which is shorter than its JSON. */
function subjectOf({
  definition,
  template,
  resources,
  templateParameters,
  parameters,
  steps = [],
}: RuleExample): string {
  if (resources !== undefined) {
    return yamlText({ ...(templateParameters && { Parameters: templateParameters }), Resources: resources });
  }
  return yamlText(template ?? definition ?? { ...(parameters && { Parameters: parameters }), Steps: steps });
}

function configBlocks(id: string, { environment, options, limits }: RuleExample): readonly string[] {
  const { name = '', ...config } = environment ?? {};
  const project = {
    ...(environment !== undefined && { environments: { [name]: config } }),
    ...(limits !== undefined && { limits }),
    ...(options !== undefined && { governance: { rules: { [id]: options } } }),
  };
  return Object.keys(project).length === 0
    ? []
    : ['With this in `project.config.yaml`:', block('yaml', yamlText(project))];
}

function deployedBlocks({ deployed }: RuleExample): readonly string[] {
  return deployed === undefined ? [] : ['Where this is deployed:', block('yaml', yamlText({ Steps: deployed }))];
}

function scriptBlocks({ scripts = {} }: RuleExample): readonly string[] {
  return Object.values(scripts)
    .flatMap((files) => Object.entries(files))
    .flatMap(([path, text]) => [`With this in \`${path}\` of the local scripts:`, block(languageOf(path), text)]);
}

function languageOf(path: string): string {
  return path.endsWith('.py') ? 'python' : 'text';
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function yamlText(value: object): string {
  return stringify(value, { lineWidth: 110, aliasDuplicateObjects: false });
}

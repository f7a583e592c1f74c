import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { MlPipeline, type PipelineSource } from '../../src/index.js';
import { evaluateTemplate } from './evaluate-template.js';

/** What a deployment hands to AWS. */
export interface Deployed {
  /** Every text, those inside of the definition included. */
  readonly texts: readonly string[];
  /** Custom resources with which the CDK writes JSON, and tokens that were not resolved. */
  readonly forbidden: readonly string[];
}

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** Synthesizes a pipeline, and evaluates its template as CloudFormation does. */
export function deployTexts(source: PipelineSource, context: Readonly<Record<string, string>>): Deployed {
  const stack = new Stack(new App({ context }), 'S');
  new MlPipeline(stack, 'P', { source });
  const template = Template.fromStack(stack).toJSON();
  const resources = Object.values<Resource>(template['Resources']);
  const evaluate = evaluateTemplate(template);
  return {
    // Templates are JSON.
    texts: [
      ...resources.flatMap((each) => textsIn(definitionRead(evaluate({ ...each } as never)))),
      ...textsOfFiles(source),
    ],
    forbidden: JSON.stringify(resources).match(/Custom::AWSCDK\w*|\$\{Token\[/g) ?? [],
  };
}

/** The definition is JSON in a text; that it can be read is half of what is shown here. */
function definitionRead(resource: unknown): unknown {
  const { Type, Properties } = resource as Resource;
  if (Type !== 'AWS::SageMaker::Pipeline') return Properties;
  const { PipelineDefinitionBody: body } = Properties['PipelineDefinition'] as { PipelineDefinitionBody: string };
  return { ...Properties, PipelineDefinition: JSON.parse(body) };
}

/** Some texts go to jobs in files, as the settings of Clarify do. */
function textsOfFiles({ pipeline }: PipelineSource): readonly string[] {
  const files = pipeline.code.flatMap(({ files }) => files).filter(({ path }) => path.endsWith('.json'));
  return files.flatMap(({ bytes }) => textsIn(JSON.parse(new TextDecoder().decode(bytes))));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

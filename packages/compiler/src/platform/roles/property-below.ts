import {
  type DefinitionStep,
  deployValue,
  get,
  type Json,
  join,
  type PropertyPath,
  stepTypeFacts,
} from '@millrace/schema';
import { valuesOf } from './step-values.js';

/** What nobody knows before an execution. */
const UNKNOWN = get('Execution.PipelineExecutionId');

/** Where a job puts what a property names: below a place that its step declares. */
interface Below {
  readonly places: readonly string[];
  readonly rest: readonly Json[];
}

/** By the last member of the property; how jobs name what they write (developer guide, of each type). */
const PLACES: Readonly<Record<string, Below>> = {
  S3ModelArtifacts: { places: ['OutputDataConfig.S3OutputPath'], rest: [UNKNOWN, 'output/model.tar.gz'] },
  // Of the best candidate of an AutoML job.
  ModelDataUrl: { places: ['OutputDataConfig.S3OutputPath'], rest: [UNKNOWN] },
  ModelInsightsJsonReportPath: { places: ['OutputDataConfig.S3OutputPath'], rest: [UNKNOWN] },
  ExplainabilityJsonReportPath: { places: ['OutputDataConfig.S3OutputPath'], rest: [UNKNOWN] },
  CalculatedBaselineStatistics: calculated(),
  CalculatedBaselineConstraints: calculated(),
  BaselineUsedForDriftCheckStatistics: calculated(),
  BaselineUsedForDriftCheckConstraints: calculated(),
};

/** The baseline that a check compares with is one that was given to it, or was calculated by an earlier execution. */
const GIVEN: Readonly<Record<string, string>> = {
  BaselineUsedForDriftCheckStatistics: 'SuppliedBaselineStatistics',
  BaselineUsedForDriftCheckConstraints: 'SuppliedBaselineConstraints',
};

function calculated(): Below {
  return { places: ['ProcessingOutputConfig.Outputs.S3Output.S3Uri'], rest: [UNKNOWN] };
}

/**
 * What the property of a step is that its job makes: names, and files below places that the step declares. Empty for
 * properties that only give back what the step declares, and for those of which nothing is known.
 */
export function propertyBelow(step: DefinitionStep, path: PropertyPath): readonly Json[] {
  const last = path.at(-1);
  const member = last !== undefined && 'member' in last ? last.member : '';
  const made = path.length === 1 ? madeName(step, member) : [];
  return made.length > 0 ? made : filesOf(step, member);
}

function filesOf(step: DefinitionStep, member: string): readonly Json[] {
  const below = Object.hasOwn(PLACES, member) ? PLACES[member] : undefined;
  const given = Object.hasOwn(GIVEN, member) ? valuesOf(step, GIVEN[member] ?? '') : [];
  if (below === undefined) return given;
  const files = below.places
    .flatMap((place) => valuesOf(step, place))
    .map((place) => join('/', [place, ...below.rest]));
  return [...given, ...files];
}

/** The name or the ARN of what SageMaker Pipelines makes for the step. */
function madeName(step: DefinitionStep, member: string): readonly Json[] {
  const resources = stepTypeFacts(step.Type)?.permissions.flatMap(({ on }) => on) ?? [];
  for (const resource of resources) {
    if (resource.kind === 'made' && [resource.nameMember, arnMember(resource.nameMember)].includes(member)) {
      const name = join('', nameParts(resource.otherwise, valuesOf(step, resource.nameMember)[0]));
      return [member === resource.nameMember ? name : arnOf('sagemaker', `${resource.type}/`, name)];
    }
    if (resource.kind === 'fixed' && member === 'ModelArn' && resource.service === 'bedrock')
      return [arnOf('bedrock', resource.resource.replace('*', ''), UNKNOWN)];
  }
  return [];
}

function nameParts(otherwise: string, given: Json | undefined): readonly Json[] {
  return given === undefined ? [otherwise, UNKNOWN] : [given, '-', UNKNOWN];
}

function arnMember(nameMember: string): string {
  return nameMember.replace(/Name$/, 'Arn');
}

function arnOf(service: string, before: string, name: Json): Json {
  return join('', [
    'arn:',
    deployValue('partition'),
    `:${service}:`,
    deployValue('region'),
    ':',
    deployValue('account'),
    `:${before}`,
    name,
  ]);
}

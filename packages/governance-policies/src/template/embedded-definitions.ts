import { type Diagnostic, isJsonObject, type Json, type Outcome } from '@millrace/schema';
import type { EmbeddedDefinition } from './embedded-definition.js';
import { placedValues } from './placed-values.js';
import { readEmbeddedDefinition } from './read-embedded-definition.js';
import type { TemplateContext } from './template-context.js';
import { templateDiagnostics } from './template-diagnostics.js';
import type { TemplateResource } from './template-resource.js';

/** The definitions in a template, and what is to be said of pipelines whose definition cannot be read. */
export interface EmbeddedDefinitions {
  readonly definitions: readonly EmbeddedDefinition[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the definition of every `AWS::SageMaker::Pipeline` of a template, once for all rules. */
export function embeddedDefinitions(context: TemplateContext): EmbeddedDefinitions {
  return context.once(readAll);
}

function readAll(context: TemplateContext): EmbeddedDefinitions {
  const read = context.ofType('AWS::SageMaker::Pipeline').flatMap((resource) => readPipeline(resource, context));
  return {
    definitions: read.flatMap(({ value }) => value ?? []),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** One definition; more where a condition of the template chooses among several. */
function readPipeline(resource: TemplateResource, context: TemplateContext): readonly Outcome<EmbeddedDefinition>[] {
  const pipeline = resource.logicalId;
  const path = [...resource.path, 'Properties', 'PipelineDefinition'];
  const given = placedValues(resource.properties['PipelineDefinition'], path);
  if (given.length === 0)
    return [missing(templateDiagnostics['no-definition']({ pipeline, problem: 'there is none' }, { path }))];
  return given.flatMap(({ value, path: at }) => {
    const bodies = placedValues(bodyOf(value), [...at, 'PipelineDefinitionBody']);
    if (bodies.length > 0) return bodies.map((body) => readEmbeddedDefinition(body, resource, context));
    return [missing(templateDiagnostics['unseen-definition']({ pipeline, where: whereOf(value) }, { path: at }))];
  });
}

function missing(diagnostic: Diagnostic): Outcome<EmbeddedDefinition> {
  return { value: undefined, diagnostics: [diagnostic] };
}

function bodyOf(definition: Json): Json | undefined {
  return isJsonObject(definition) ? definition['PipelineDefinitionBody'] : undefined;
}

function whereOf(definition: Json): string {
  const isInS3 = isJsonObject(definition) && definition['PipelineDefinitionS3Location'] !== undefined;
  return isInS3 ? 'lies in S3' : 'is made when the stack is deployed';
}

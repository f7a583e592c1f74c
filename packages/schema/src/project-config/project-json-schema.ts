import { z } from 'zod';
import type { JsonSchema } from '../spec/json-schema.js';
import { projectConfigSchema } from './project-config.js';

/** The JSON Schema of `project.config.yaml` (draft 2020-12), for editors. */
export function projectConfigJsonSchema(): JsonSchema {
  const { $schema, ...root } = z.toJSONSchema(projectConfigSchema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
  });
  return {
    $schema,
    title: 'Millrace project',
    description: 'The environments of a project with Millrace pipelines, and what holds in them.',
    ...root,
  };
}

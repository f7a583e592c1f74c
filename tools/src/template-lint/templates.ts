import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repositoryRoot } from '../repository.js';

/** Templates in a folder, and what linters need to know of them. */
export interface Templates {
  readonly folder: string;
  readonly files: readonly string[];
  /** The type of a resource, by the template's file and the logical id; empty for what is no resource. */
  readonly typeOf: (file: string, logicalId: string) => string;
  /** By type of resource: the properties that the baseline of stateful resources takes to replace it. */
  readonly replacingProperties: Readonly<Record<string, readonly string[]>>;
}

/** A bucket that anyone may read, in a template with an error: each linter must say so. */
const CANARY = {
  Resources: {
    Canary: { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead', VersioningConfiguration: 'On' } },
  },
};

/** The name of the template that is wrong on purpose. */
export const CANARY_FILE = 'canary.json';

/** Writes the templates of every example of the constructs, and a canary, into an empty folder. */
export function writeTemplates(folder: string): Templates {
  const program = join(repositoryRoot, 'packages/cdk-constructs/test/write-templates.ts');
  execFileSync(process.execPath, ['--conditions=@millrace/source', '--import', 'tsx', program, folder], {
    // The linters check what the CDK's own engine would.
    env: { ...process.env, CDK_VALIDATION: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const templates = join(folder, 'templates');
  writeFileSync(join(templates, CANARY_FILE), JSON.stringify(CANARY));
  const files = readdirSync(templates).map((file) => join(templates, file));
  return {
    folder: templates,
    files,
    typeOf: typesIn(files),
    // The program has just written it so.
    replacingProperties: readJson(join(folder, 'replacing-properties.json')) as Templates['replacingProperties'],
  };
}

function typesIn(files: readonly string[]): Templates['typeOf'] {
  const types = new Map(
    files.flatMap((file) => {
      // CloudFormation's form.
      const { Resources: resources } = readJson(file) as { Resources: Readonly<Record<string, { Type: string }>> };
      return Object.entries(resources).map(([id, { Type: type }]) => [`${basename(file)}#${id}`, type] as const);
    }),
  );
  return (file, logicalId) => types.get(`${basename(file)}#${logicalId}`) ?? '';
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

import type { JobStep } from './job-steps.js';
import { valuesOf } from './step-values.js';

/** Arguments with which a job needs more than places in S3, and what that is, for people. */
const NEEDS: Readonly<Record<string, string>> = {
  'ProcessingInputs.DatasetDefinition.AthenaDatasetDefinition':
    'queries Athena: its work group, its tables in Glue and their data',
  'ProcessingInputs.DatasetDefinition.RedshiftDatasetDefinition':
    'queries Redshift: the credentials of the cluster, and handing on ClusterRoleArn',
  'InputDataConfig.DataSource.FileSystemDataSource': 'mounts a file system: mounting it, and its key',
  'TrainingJobDefinition.InputDataConfig.DataSource.FileSystemDataSource':
    'mounts a file system: mounting it, and its key',
  'TrainingJobDefinitions.InputDataConfig.DataSource.FileSystemDataSource':
    'mounts a file system: mounting it, and its key',
  JobConfigDocument: 'names its data inside of a document: reading and writing that data',
};

/** Kinds of S3 data that are lists of files; the files are named only in the list. */
const LISTS = new Set(['ManifestFile', 'AugmentedManifestFile']);

/** What jobs of a step need and nobody can tell from the definition, as sentences. */
export function jobGaps({ step }: JobStep, unknownSlots: readonly string[]): readonly string[] {
  const named = `the ${step.Type} step "${step.Name}"`;
  const needs = Object.entries(NEEDS).filter(([member]) => valuesOf(step, member).length > 0);
  return [
    ...unknownSlots.map(
      (slot) =>
        `The job role cannot be given what ${slot} of ${named} names: only an execution knows it. State a literal, or the default of a parameter, or grant it to the role yourself.`,
    ),
    ...needs.map(([, need]) => more(`A job of ${named} ${need}.`)),
    ...(hasLists(step) ? [more(`A list of ${named} names files that are not in the definition: reading them.`)] : []),
    ...(usesModel(step) ? [more(`The check of ${named} makes an endpoint of the model while it runs.`)] : []),
  ];
}

function more(sentence: string): string {
  return `${sentence} Grant that to the job role yourself, or give the step a role of its own (roleArn).`;
}

function hasLists(step: JobStep['step']): boolean {
  const types = [
    'ProcessingInputs.S3Input',
    'InputDataConfig.DataSource.S3DataSource',
    'TransformInput.DataSource.S3DataSource',
  ].flatMap((member) => valuesOf(step, `${member}.S3DataType`));
  return types.some((type) => typeof type === 'string' && LISTS.has(type));
}

/** A check of a model, which stands beside its arguments. */
function usesModel(step: JobStep['step']): boolean {
  return valuesOf(step, 'CheckType').length > 0 && valuesOf(step, 'ModelName').length > 0;
}

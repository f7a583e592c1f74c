import { isJsonList, isJsonObject, type Json, listAt, memberAt, type Path, parseReference } from '@millrace/schema';
import type { PolicyContext } from '../rule/policy-context.js';
import type { GovernedJob } from './governed-job.js';
import { governedJobs } from './governed-jobs.js';

/** A place of scripts that a job or a model runs. */
export interface CodePlace {
  readonly job: GovernedJob;
  readonly uri: Json;
  readonly path: Path;
}

/** Where the SageMaker SDK and its containers look for scripts: a hyperparameter of jobs, a variable of models. */
const CODE_VARIABLES = ['sagemaker_submit_directory', 'SAGEMAKER_SUBMIT_DIRECTORY'];
const MAPS = ['HyperParameters', 'StaticHyperParameters', 'Environment'];

/** The places of all scripts, but for what a step of the same execution makes, which no upload can take the place of. */
export function codePlaces(context: PolicyContext): readonly CodePlace[] {
  return context.once(collect);
}

function collect(context: PolicyContext): readonly CodePlace[] {
  return governedJobs(context).flatMap((job) => [...codeInputs(job), ...codeVariables(job)].filter(isUploaded));
}

function isUploaded({ uri }: CodePlace): boolean {
  const reference = memberAt(uri, 'Get');
  // The SDK leaves the variable of models without scripts empty.
  if (typeof reference !== 'string') return uri !== '' && uri !== null;
  return parseReference(reference)?.kind !== 'property';
}

/** Inputs of processing jobs that are called `code`, and the one that the command is started out of. */
function codeInputs(job: GovernedJob): readonly CodePlace[] {
  const inputs = listAt(job.request, 'ProcessingInputs');
  const started = startedFolder(job, inputs);
  return inputs.flatMap((input, index) => {
    const uri = memberAt(input, 'S3Input', 'S3Uri');
    const isCode = memberAt(input, 'InputName') === 'code' || (started !== undefined && folderOf(input) === started);
    if (uri === undefined || !isCode) return [];
    return [{ job, uri, path: [...job.path, 'ProcessingInputs', index, 'S3Input', 'S3Uri'] }];
  });
}

/** Of the folders of inputs that hold a part of the command the innermost: data may lie around the scripts. */
function startedFolder({ request }: GovernedJob, inputs: readonly Json[]): string | undefined {
  const command = listAt(request, 'AppSpecification', 'ContainerEntrypoint');
  const folders = inputs.map(folderOf).filter((folder) => folder !== undefined);
  const holding = folders.filter((folder) =>
    command.some((part) => typeof part === 'string' && part.startsWith(`${folder}/`)),
  );
  return holding.sort((one, other) => other.length - one.length)[0];
}

function folderOf(input: Json): string | undefined {
  const folder = memberAt(input, 'S3Input', 'LocalPath');
  return typeof folder === 'string' ? folder : undefined;
}

function codeVariables(job: GovernedJob): readonly CodePlace[] {
  const containers = [
    { holder: job.request, path: job.path },
    ...holdersIn(job, ['PrimaryContainer']),
    ...holdersIn(job, ['Containers']),
    ...holdersIn(job, ['InferenceSpecification', 'Containers']),
  ];
  return containers.flatMap(({ holder, path }) =>
    MAPS.flatMap((map) =>
      CODE_VARIABLES.flatMap((name) => {
        const uri = memberAt(holder, map, name);
        return uri === undefined ? [] : [{ job, uri, path: [...path, map, name] }];
      }),
    ),
  );
}

function holdersIn(
  job: GovernedJob,
  way: readonly string[],
): readonly { readonly holder: Json; readonly path: Path }[] {
  const { value, path } = job.member(way);
  if (isJsonObject(value)) return [{ holder: value, path }];
  return isJsonList(value) ? value.map((holder, index) => ({ holder, path: [...path, index] })) : [];
}

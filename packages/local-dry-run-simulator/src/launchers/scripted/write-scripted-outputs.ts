import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { PlainJson, ScenarioAttempt } from '@millrace/schema';
import { listFiles } from '../../archive/pack-folder.js';
import type { PlannedOutput } from '../../container-plans/container-plan.js';
import { isObject } from '../../container-plans/read-member.js';
import type { ObjectContent } from '../../object-store/object-store.js';
import { joinS3Uri } from '../../object-store/s3-uri.js';
import type { JobRequest, Transfer } from '../launcher.js';

/** What a scenario's attempt left in S3. */
export interface ScriptedOutputs {
  readonly written: readonly Transfer[];
  /** The URIs that the scenario speaks of, those that it says are missing included. */
  readonly decided: ReadonlySet<string>;
}

type OutputContent = NonNullable<ScenarioAttempt['outputs']>[string];

/** An object to put; without content it is known to be missing. */
interface Put {
  readonly name: string;
  readonly uri: string;
  readonly content?: ObjectContent;
}

/** Puts what a scenario says about outputs and property files where the pipeline will look for it. */
export function writeScriptedOutputs(job: JobRequest, attempt: ScenarioAttempt, folder: string): ScriptedOutputs {
  const puts = [
    ...Object.entries(attempt.outputs ?? {}).flatMap(([name, content]) =>
      putsOfOutput(job, name, { ...content, folder }),
    ),
    ...Object.entries(attempt.propertyFiles ?? {}).flatMap(([name, content]) => putOfPropertyFile(job, name, content)),
  ];
  const written = puts.flatMap(({ name, uri, content }) => {
    if (content === undefined) return [];
    job.objects.put(uri, content);
    return [{ name, uri, files: 1, bytes: job.objects.find(uri)?.bytes ?? 0 }];
  });
  return { written, decided: new Set(puts.map(({ uri }) => uri)) };
}

function findOutput(job: JobRequest, name: string): PlannedOutput | undefined {
  return job.plan?.outputs.find((output) => output.name === name);
}

function putsOfOutput(
  job: JobRequest,
  name: string,
  content: OutputContent & { readonly folder: string },
): readonly Put[] {
  const output = findOutput(job, name);
  if (output?.uri === undefined) return [];
  if (content.from !== undefined) return putsOfFiles(output, output.uri, resolve(content.folder, content.from));
  const { text, bytes, json } = content;
  const [extension, made] =
    text !== undefined
      ? ['txt', text]
      : bytes !== undefined
        ? ['bin', Buffer.alloc(bytes)]
        : ['json', JSON.stringify(json ?? null)];
  const uri = output.packed ? output.uri : joinS3Uri(output.uri, `${name}.${extension}`);
  return [{ name, uri, content: made }];
}

function putsOfFiles({ name, packed }: PlannedOutput, uri: string, from: string): readonly Put[] {
  if (!statSync(from).isDirectory())
    return [{ name, uri: packed ? uri : joinS3Uri(uri, basename(from)), content: { file: from } }];
  return listFiles(from).map((file) => ({ name, uri: joinS3Uri(uri, file), content: { file: join(from, file) } }));
}

function putOfPropertyFile(job: JobRequest, name: string, content: PlainJson): readonly Put[] {
  const declared = job.propertyFiles.find((file) => file.PropertyFileName === name);
  const uri = declared === undefined ? undefined : findOutput(job, declared.OutputName)?.uri;
  // A null stands for a file of which nothing is known yet.
  if (declared === undefined || uri === undefined || content === null) return [];
  const made = readContent(content);
  return [
    {
      name: declared.OutputName,
      uri: joinS3Uri(uri, declared.FilePath),
      ...(made === 'missing' ? {} : { content: made }),
    },
  ];
}

/** `{missing: true}`, `{text: …}`, `{bytes: n}`; everything else is the JSON itself. */
function readContent(content: PlainJson): ObjectContent | 'missing' {
  if (isObject(content) && Object.keys(content).length === 1) {
    if (content['missing'] === true) return 'missing';
    if (typeof content['text'] === 'string') return content['text'];
    const bytes = content['bytes'];
    if (typeof bytes === 'number' && Number.isInteger(bytes) && bytes >= 0) return Buffer.alloc(bytes);
  }
  return JSON.stringify(content);
}

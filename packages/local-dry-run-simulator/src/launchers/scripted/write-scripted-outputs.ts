import type { PlainJson, PlainJsonObject, ScenarioAttempt } from '@millrace/schema';
import type { PlannedOutput } from '../../container-plans/container-plan.js';
import { isObject } from '../../container-plans/read-member.js';
import { joinS3Uri } from '../../object-store/s3-uri.js';
import type { JobRequest, Transfer } from '../launcher.js';

/** What a scenario's attempt left in S3. */
export interface ScriptedOutputs {
  readonly written: readonly Transfer[];
  /** The URIs that the scenario speaks of, those that it says are missing included. */
  readonly decided: ReadonlySet<string>;
}

/** A file of an output: its content, or that it is missing. */
type Content = { readonly bytes: Uint8Array } | { readonly missing: true };

/** Puts what a scenario says about outputs and property files where the pipeline will look for it. */
export function writeScriptedOutputs(job: JobRequest, attempt: ScenarioAttempt): ScriptedOutputs {
  const written: Transfer[] = [];
  const decided = new Set<string>();
  const put = (name: string, uri: string, content: Content) => {
    decided.add(uri);
    if ('missing' in content) return;
    job.objects.put(uri, content.bytes);
    written.push({ name, uri, files: 1, bytes: content.bytes.byteLength });
  };
  for (const [name, content] of Object.entries(attempt.outputs ?? {})) {
    const output = findOutput(job, name);
    if (output?.uri !== undefined) put(name, uriOfFile(output, content), readContent(toPlain(content)));
  }
  for (const [name, content] of Object.entries(attempt.propertyFiles ?? {})) {
    const declared = job.propertyFiles.find((file) => file.PropertyFileName === name);
    const uri = declared === undefined ? undefined : findOutput(job, declared.OutputName)?.uri;
    if (declared === undefined || uri === undefined || content === null) continue;
    put(declared.OutputName, joinS3Uri(uri, declared.FilePath), readContent(content));
  }
  return { written, decided };
}

function findOutput(job: JobRequest, name: string): PlannedOutput | undefined {
  return job.plan?.outputs.find((output) => output.name === name);
}

function uriOfFile(output: PlannedOutput, content: object): string {
  const uri = output.uri ?? '';
  return output.packed ? uri : joinS3Uri(uri, `${output.name}.${'json' in content ? 'json' : 'txt'}`);
}

// Members that are absent are no JSON; the grammar has checked the rest.
function toPlain(content: object): PlainJsonObject {
  return content as PlainJsonObject;
}

/** `{missing: true}`, `{text: …}`, `{bytes: n}`, `{json: …}`; everything else is the JSON itself. */
function readContent(content: PlainJson): Content {
  if (isObject(content) && Object.keys(content).length === 1) {
    if (content['missing'] === true) return { missing: true };
    if (typeof content['text'] === 'string') return { bytes: Buffer.from(content['text']) };
    const bytes = content['bytes'];
    if (typeof bytes === 'number' && Number.isInteger(bytes) && bytes >= 0) return { bytes: Buffer.alloc(bytes) };
    if (content['json'] !== undefined) return { bytes: Buffer.from(JSON.stringify(content['json'])) };
  }
  return { bytes: Buffer.from(JSON.stringify(content)) };
}

import type { ExecutionEventBody, PlainJson, PropertyFileProblem, PropertyFileRead } from '@millrace/schema';
import { type Evaluated, known, problem, unknown } from '../evaluation/evaluated.js';
import { isJsonPath, readJsonPath } from '../evaluation/read-json-path.js';
import type { PropertyFileRequest } from '../evaluation/scope.js';
import { joinS3Uri } from '../object-store/s3-uri.js';
import type { ExecutionSettings } from './execution-settings.js';
import type { StepNode } from './step-node.js';
import type { StepState } from './step-state.js';

/** Who reads, and where. */
interface Reader {
  readonly settings: ExecutionSettings;
  readonly states: ReadonlyMap<string, StepState>;
  readonly node: StepNode;
  readonly append: (body: ExecutionEventBody) => void;
}

/** A JSON object of S3, and what is known of it when it is not there. */
interface Place {
  readonly uri: string;
  readonly path: string;
  readonly from?: string;
  readonly propertyFile?: string;
  /** True when nobody says what a job would have written there. */
  readonly undecided: boolean;
}

type Reading = { readonly value: PlainJson } | { readonly problem: PropertyFileProblem };

/** Property files are at most 2 MB (quota). */
const LARGEST_BYTES = 2_000_000;

/**
 * Reads a value for `Std:JsonGet`, at the moment when the consuming step is evaluated. A missing file, text that is no
 * JSON, or a path that leads to nothing makes that step fail (facts/sagemaker-pipelines, section 4.14).
 */
export function readPropertyFile(
  request: PropertyFileRequest | { readonly uri: string; readonly path: string },
  reader: Reader,
): Evaluated {
  const place =
    'uri' in request
      ? { ...request, undecided: reader.settings.missingObjects === 'unknown' }
      : findPlace(request, reader);
  if ('kind' in place) return place;
  if (!isJsonPath(place.path)) return problem(`Std:JsonGet: not a path: ${JSON.stringify(place.path)}`);
  const reading = readPlace(place, reader.settings);
  reader.append(toEvent(place, reading, reader.node.name));
  if ('value' in reading) return known(reading.value);
  const name = place.propertyFile === undefined ? place.uri : `${place.from}.${place.propertyFile}`;
  if (reading.problem === 'unknown') return unknown(`no user code ran, and no scenario gives ${name}`);
  return problem(explain(reading.problem, place, name));
}

function findPlace({ step, file, path }: PropertyFileRequest, { states }: Reader): Place | Evaluated {
  const state = states.get(step);
  const declared = state?.node.step.PropertyFiles?.find((each) => each.PropertyFileName === file);
  if (declared === undefined) return problem(`step ${step} has no property file ${file}`);
  if (state?.job === undefined) return problem(`step ${step} has not run`);
  const { plan, result } = state.job;
  const uri = plan?.outputs.find((output) => output.name === declared.OutputName)?.uri;
  if (uri === undefined)
    return plan === undefined
      ? unknown(`nobody knows the outputs of ${step}`)
      : problem(`step ${step} has no output ${declared.OutputName}`);
  const fileUri = joinS3Uri(uri, declared.FilePath);
  const undecided = result.outputsKnown !== 'all' && !result.outputsKnown.has(fileUri);
  return { uri: fileUri, path, from: step, propertyFile: file, undecided };
}

function readPlace({ uri, path, undecided }: Place, settings: ExecutionSettings): Reading {
  const object = settings.objects.find(uri);
  if (object === undefined) return { problem: undecided ? 'unknown' : 'missing' };
  if (object.bytes > LARGEST_BYTES) return { problem: 'too-large' };
  const document = parseJson(Buffer.from(object.read()).toString());
  if (document === undefined) return { problem: 'not-json' };
  const value = readJsonPath(document, path);
  if (value === undefined) return { problem: 'no-such-path' };
  // The skeleton of a scenario holds null where a value is still to be given.
  if (value === null && settings.missingObjects === 'unknown') return { problem: 'unknown' };
  return { value };
}

function parseJson(text: string): PlainJson | undefined {
  try {
    // JSON.parse returns any; what it reads is JSON.
    return JSON.parse(text) as PlainJson;
  } catch {
    return undefined;
  }
}

function toEvent({ uri, path, from, propertyFile }: Place, reading: Reading, step: string): PropertyFileRead {
  const names = { ...(from === undefined ? {} : { from }), ...(propertyFile === undefined ? {} : { propertyFile }) };
  return { type: 'property-file-read', step, ...names, uri, path, ...reading };
}

function explain(kind: PropertyFileProblem, { uri, path }: Place, name: string): string {
  switch (kind) {
    case 'missing':
      return `${name}: no object at ${uri}`;
    case 'too-large':
      return `${name}: ${uri} has more than 2 MB`;
    case 'not-json':
      return `${name}: ${uri} is not JSON`;
    default:
      return `${name}: ${path} leads to nothing in ${uri}`;
  }
}

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { ensureVirtualEnvironment } from '../python-environment.js';
import { AWS_SERVICES, type AwsServiceName } from './aws-services.js';
import type { BotocoreModel, PublishedModel } from './botocore-model.js';

const run = promisify(execFile);
const DESCRIBE_BOTOCORE = 'import botocore; print(botocore.__version__); print(botocore.__path__[0])';

/** Reads the models of the services from the botocore that the requirements file pins. */
export async function readPublishedModel(requirementsFile: string): Promise<PublishedModel> {
  const { python } = await ensureVirtualEnvironment(requirementsFile);
  const { stdout } = await run(python, ['-c', DESCRIBE_BOTOCORE]);
  const [botocoreVersion = '', folder = ''] = stdout.trim().split('\n');
  const read = (service: AwsServiceName) => readService(join(folder, 'data'), service);
  const [sagemaker, emr, emrServerless, bedrock] = await Promise.all([
    read('sagemaker'),
    read('emr'),
    read('emr-serverless'),
    read('bedrock'),
  ]);
  const services = {
    sagemaker: sagemaker.model,
    emr: emr.model,
    'emr-serverless': emrServerless.model,
    bedrock: bedrock.model,
  };
  return { services, botocoreVersion, date: sagemaker.date };
}

interface ServiceFile {
  readonly model: BotocoreModel;
  readonly date: string;
}

async function readService(folder: string, service: AwsServiceName): Promise<ServiceFile> {
  const zipped = await readFile(join(folder, service, AWS_SERVICES[service].apiVersion, 'service-2.json.gz'));
  // The shape of the file is botocore's contract; a change of it fails in the generator or in its tests.
  const model = JSON.parse(gunzipSync(zipped).toString('utf8')) as BotocoreModel;
  return { model, date: dateOf(zipped) };
}

/** gzip notes when a file was made (RFC 1952, MTIME: 4 bytes from byte 4, seconds since 1970): when AWS built the release. */
function dateOf(zipped: Buffer): string {
  return new Date(zipped.readUInt32LE(4) * 1000).toISOString().slice(0, 10);
}

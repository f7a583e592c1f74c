import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlainJson } from '@millrace/schema';
import { packFolder } from '../../src/archive/pack-folder.js';
import { type DryRun, type DryRunListener, type DryRunRequest, openLocalS3, runDryRun } from '../../src/index.js';

/** A project folder with a state directory, for one test. */
export class ProcessRig {
  readonly folder = mkdtempSync(join(tmpdir(), 'millrace-process-'));
  readonly state = join(this.folder, '.millrace');

  /** Shared by all tests of a machine: making an environment takes seconds. */
  static readonly environments = join(tmpdir(), 'millrace-test-environments');

  put(uri: string, text: string): void {
    openLocalS3(this.state).put(uri, text);
  }

  read(uri: string): string | undefined {
    const object = openLocalS3(this.state).find(uri);
    return object === undefined ? undefined : Buffer.from(object.read()).toString();
  }

  pathOf(uri: string): string | undefined {
    return openLocalS3(this.state).find(uri)?.path;
  }

  /** Puts files as a source archive. */
  async putSource(uri: string, files: Record<string, string>): Promise<void> {
    const source = join(this.folder, 'source');
    rmSync(source, { recursive: true, force: true });
    mkdirSync(source, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(source, name), text);
    const archive = join(this.folder, 'sourcedir.tar.gz');
    await packFolder(source, archive);
    openLocalS3(this.state).moveIn(uri, archive);
  }

  run(steps: PlainJson, more: Partial<DryRunRequest> = {}, listener: DryRunListener = {}): Promise<DryRun> {
    const request: DryRunRequest = {
      definition: { Version: '2020-12-01', Steps: steps },
      pipelineName: 'test-pipeline',
      launcher: 'process',
      stateDirectory: this.state,
      environmentsDirectory: ProcessRig.environments,
      ...more,
    };
    return runDryRun(request, listener);
  }

  log(run: DryRun, step: string): string {
    return readFileSync(join(run.runDirectory ?? '', 'steps', step, 'attempt-1', 'log.txt'), 'utf8');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A Processing step that runs `script.py` from `s3://bucket/code/script.py`. */
export function processing(name: string, more: Record<string, PlainJson> = {}): PlainJson {
  const { inputs = [], outputs = [], arguments: args = [], step = {}, ...request } = more;
  return {
    Name: name,
    Type: 'Processing',
    ...(step as object),
    Arguments: {
      AppSpecification: {
        ImageUri: 'image',
        ContainerEntrypoint: ['python3', '/opt/ml/processing/input/code/script.py'],
        ...((args as readonly PlainJson[]).length > 0 ? { ContainerArguments: args } : {}),
      },
      ProcessingInputs: [
        {
          InputName: 'code',
          S3Input: { S3Uri: 's3://bucket/code/script.py', LocalPath: '/opt/ml/processing/input/code' },
        },
        ...(inputs as readonly PlainJson[]),
      ],
      ProcessingOutputConfig: { Outputs: outputs },
      ...request,
    },
  };
}

/** An input of a Processing step. */
export function input(name: string, uri: PlainJson): PlainJson {
  return { InputName: name, S3Input: { S3Uri: uri, LocalPath: `/opt/ml/processing/input/${name}` } };
}

/** An output of a Processing step. */
export function output(name: string): PlainJson {
  return {
    OutputName: name,
    S3Output: { S3Uri: `s3://bucket/out/${name}`, LocalPath: `/opt/ml/processing/output/${name}` },
  };
}

import type { PlainJson, PlainJsonObject } from '@millrace/schema';
import { isObject, textAt } from './read-member.js';

/** The settings of a job that one machine cannot follow. */
interface Settings {
  readonly vpc: PlainJson | undefined;
  readonly instances: number | undefined;
  /** S3 inputs: `S3Input` or `S3DataSource`, with the mode beside. */
  readonly inputs: readonly PlainJsonObject[];
}

/** One sentence for each setting that a local process does differently. */
export function listNotHonoured({ vpc, instances, inputs }: Settings): readonly string[] {
  const sentences: string[] = [];
  if (isObject(vpc) && Object.keys(vpc).length > 0) sentences.push('VpcConfig: no network rules on this machine');
  if (instances !== undefined && instances > 1)
    sentences.push(`InstanceCount ${instances}: one process on this machine`);
  const modes = new Set(inputs.flatMap((input) => [textAt(input, 'S3InputMode'), textAt(input, 'InputMode')]));
  for (const mode of ['Pipe', 'FastFile']) if (modes.has(mode)) sentences.push(`input mode ${mode}: inputs are files`);
  if (inputs.some((input) => textAt(input, 'S3DataType') === 'ManifestFile'))
    sentences.push('S3DataType ManifestFile: the manifest is an ordinary input');
  if (
    inputs.some((input) => textAt(input, 'S3CompressionType') === 'Gzip' || textAt(input, 'CompressionType') === 'Gzip')
  ) {
    sentences.push('compression Gzip: inputs are not unpacked');
  }
  return sentences;
}

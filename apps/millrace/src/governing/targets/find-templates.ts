import { readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { isJsonObject, type Json } from '@millrace/schema';

const MANIFEST = 'manifest.json';

/**
 * The templates of a cloud assembly, which `cdk synth` writes into cdk.out: those of its stacks, of stacks inside of stacks,
 * and of the assemblies of its stages, as paths relative to the folder. Its manifest names them, because the CDK leaves files
 * of stacks that are no more; without one, all `*.template.json` count. Undefined where there is neither.
 *
 * Source: `ArtifactManifest` and `AssetManifest` of @aws-cdk/cloud-assembly-schema.
 */
export async function findTemplates(folder: string): Promise<readonly string[] | undefined> {
  const manifest = await readObject(join(folder, MANIFEST));
  const artifacts = manifest?.['artifacts'];
  if (manifest?.['version'] === undefined || !isJsonObject(artifacts)) return templatesWithoutManifest(folder);
  const found = await Promise.all(Object.values(artifacts).map((artifact) => templatesOf(artifact, folder)));
  return [...new Set(found.flat())].sort();
}

async function templatesWithoutManifest(folder: string): Promise<readonly string[] | undefined> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.template.json'));
  return names.length === 0 ? undefined : names.sort();
}

async function templatesOf(artifact: Json | undefined, folder: string): Promise<readonly string[]> {
  const { type, properties } = objectOf(artifact);
  const { templateFile, file, directoryName } = objectOf(properties);
  if (type === 'aws:cloudformation:stack') return isBelow(templateFile) ? [templateFile] : [];
  if (type === 'cdk:asset-manifest') return isBelow(file) ? nestedTemplates(join(folder, file)) : [];
  if (type !== 'cdk:cloud-assembly' || !isBelow(directoryName)) return [];
  const inside = (await findTemplates(join(folder, directoryName))) ?? [];
  return inside.map((template) => join(directoryName, template));
}

/** Templates of nested stacks are assets of the stack around them. */
async function nestedTemplates(assets: string): Promise<readonly string[]> {
  const files = Object.values(objectOf((await readObject(assets))?.['files']));
  return files.flatMap((file) => {
    const { path } = objectOf(objectOf(file)['source']);
    return isBelow(path) && path.endsWith('.template.json') ? [path] : [];
  });
}

/** A manifest that leads out of its folder, or back to it, is none that the CDK has written. */
function isBelow(path: Json | undefined): path is string {
  if (typeof path !== 'string' || isAbsolute(path)) return false;
  const [first] = relative('.', path).split(sep);
  return first !== '' && first !== '..';
}

async function readObject(file: string): Promise<{ readonly [key: string]: Json } | undefined> {
  try {
    const json: unknown = JSON.parse(await readFile(file, 'utf8'));
    // What JSON.parse returns is JSON.
    return objectOf(json as Json);
  } catch {
    return undefined;
  }
}

function objectOf(json: Json | undefined): { readonly [key: string]: Json } {
  return json !== undefined && isJsonObject(json) ? json : {};
}

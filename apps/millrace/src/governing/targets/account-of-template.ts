import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * The account that a template of a cloud assembly is for, as its manifest says: `aws://111122223333/eu-west-1`. Undefined where
 * nobody says it: outside of assemblies, for stacks of whatever account deploys them, and for nested stacks.
 *
 * Source: `ArtifactManifest.environment` of @aws-cdk/cloud-assembly-schema.
 */
export async function accountOfTemplate(file: string): Promise<string | undefined> {
  const artifacts = await readArtifacts(join(dirname(file), 'manifest.json'));
  const stack = artifacts.find(({ properties }) => properties?.templateFile === basename(file));
  return /^aws:\/\/(\d{12})\//.exec(stack?.environment ?? '')?.[1];
}

interface Artifact {
  readonly environment?: string;
  readonly properties?: { readonly templateFile?: string };
}

async function readArtifacts(manifest: string): Promise<readonly Artifact[]> {
  try {
    const { artifacts } = JSON.parse(await readFile(manifest, 'utf8'));
    // Every member is compared before it is used, so it may be missing or of another kind.
    return Object.values(artifacts ?? {}) as readonly Artifact[];
  } catch {
    return [];
  }
}

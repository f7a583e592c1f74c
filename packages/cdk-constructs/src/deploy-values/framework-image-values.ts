import { createHash } from 'node:crypto';
import { resolveFrameworkImages } from '@millrace/compiler';
import {
  type DeployValueName,
  type FrameworkImageTable,
  findFrameworkImage,
  frameworkImageUri,
  type ImageLock,
  imagesOf,
  pinImage,
} from '@millrace/schema';
import { Aws, CfnMapping, Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeployValueTokens } from './deploy-value-binder.js';

/** What AWS's images are looked up in. */
export interface FrameworkImages {
  readonly table: FrameworkImageTable;
  /** Digests that pin images. */
  readonly lock: ImageLock;
}

const FAMILY = 'image:';

/**
 * The URIs of `image:` deploy values in the region of the stack; where the region is only known at deployment, by a
 * mapping of the template over all regions that have the image.
 */
export function frameworkImageValues(scope: Construct, { table, lock }: FrameworkImages): DeployValueTokens {
  const region = Stack.of(scope).region;
  return (name) => {
    if (!name.startsWith(FAMILY)) return undefined;
    if (Token.isUnresolved(region)) return mappedUri(scope, name, { table, lock });
    const { value, diagnostics } = resolveFrameworkImages([name], { region, table, lock });
    const [problem] = diagnostics;
    if (value === undefined && problem !== undefined) {
      throw new Error(`${scope.node.path}: ${problem.message}; ${problem.help ?? ''}`);
    }
    return value?.get(name);
  };
}

function mappedUri(scope: Construct, name: DeployValueName, { table, lock }: FrameworkImages): string | undefined {
  const image = findFrameworkImage(name.slice(FAMILY.length), (framework) => imagesOf(table, framework));
  if (image === undefined) return undefined;
  const id = `Image${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
  const stack = Stack.of(scope);
  const existing = stack.node.tryFindChild(id);
  if (existing instanceof CfnMapping) return existing.findInMap(Aws.REGION, 'Uri');
  const regions = [...image.accounts.keys()].sort();
  const mapping = Object.fromEntries(
    regions.map((region) => [region, { Uri: pinImage(frameworkImageUri(image, region) ?? '', lock) }]),
  );
  return new CfnMapping(stack, id, { mapping }).findInMap(Aws.REGION, 'Uri');
}

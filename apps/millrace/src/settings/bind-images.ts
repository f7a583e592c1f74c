import { deployValuesIn, resolveFrameworkImages } from '@millrace/compiler';
import { type ImageLock, type Json, loadFrameworkImages, type Outcome, succeed } from '@millrace/schema';
import type { DeployValueLookup } from './deploy-values.js';

/**
 * Adds the URIs of AWS's images in a definition to what is known of deploy values: those of the region, by digest where
 * the project's lock has one. Values that
 * somebody gave win; without a region the images stay symbolic.
 */
export async function bindImages(
  definition: Json,
  lookUp: DeployValueLookup,
  { region, lock }: { readonly region: string | undefined; readonly lock: ImageLock },
): Promise<Outcome<DeployValueLookup>> {
  const names = deployValuesIn(definition).filter((name) => name.startsWith('image:') && lookUp(name) === undefined);
  if (region === undefined || names.length === 0) return succeed(lookUp);
  const { value: images, diagnostics } = resolveFrameworkImages(names, {
    region,
    lock,
    table: await loadFrameworkImages(),
  });
  if (images === undefined) return { value: undefined, diagnostics };
  return succeed((name) => lookUp(name) ?? images.get(name), diagnostics);
}

import { deployValuesIn, resolveFrameworkImages } from '@millrace/compiler';
import { type Json, loadFrameworkImages, type Outcome, succeed } from '@millrace/schema';
import type { DeployValueLookup } from './deploy-values.js';

/**
 * Adds the URIs of AWS's images in a definition to what is known of deploy values: those of the region. Values that
 * somebody gave win; without a region the images stay symbolic.
 */
export async function bindImages(
  definition: Json,
  lookUp: DeployValueLookup,
  region: string | undefined,
): Promise<Outcome<DeployValueLookup>> {
  const names = deployValuesIn(definition).filter((name) => name.startsWith('image:') && lookUp(name) === undefined);
  if (region === undefined || names.length === 0) return succeed(lookUp);
  const { value: images, diagnostics } = resolveFrameworkImages(names, { region, table: await loadFrameworkImages() });
  if (images === undefined) return { value: undefined, diagnostics };
  return succeed((name) => lookUp(name) ?? images.get(name), diagnostics);
}

import type { FrameworkImageTable } from './framework-image-table.js';

/** Loads the table of AWS's images. It is large, so it is a module of its own that is only read when first asked for. */
export async function loadFrameworkImages(): Promise<FrameworkImageTable> {
  const { frameworkImages } = await import('./generated/framework-image-data.js');
  return frameworkImages;
}

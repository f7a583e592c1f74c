import { imagesOf } from './framework-image.js';
import type { FrameworkImageTable } from './framework-image-table.js';
import { frameworkImageUri } from './framework-image-uri.js';

/** True when the table has an image of that URI, in the region that the URI names. */
export function isFrameworkImageUri(uri: string, table: FrameworkImageTable): boolean {
  const region = /\.dkr\.ecr\.([a-z0-9-]+)\./.exec(uri)?.[1];
  const repository = uri.slice(uri.indexOf('/') + 1);
  if (region === undefined) return false;
  return Object.keys(table.frameworks).some((framework) =>
    imagesOf(table, framework).some(
      (image) => image.repository === repository && frameworkImageUri(image, region) === uri,
    ),
  );
}

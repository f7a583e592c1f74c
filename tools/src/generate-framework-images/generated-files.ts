import { join } from 'node:path';
import { renderDataModule } from '../generate-service-model/render-data-module.js';
import { repositoryRoot } from '../repository.js';
import { buildImageTable } from './build-image-table.js';
import { readPublishedImages } from './read-published-images.js';

const REQUIREMENTS = join(repositoryRoot, 'tools/requirements/sdk-v2.txt');
const OUTPUT = join(repositoryRoot, 'packages/schema/src/framework-images/generated/framework-image-data.ts');

/** What the generated file of this repository has to hold, by absolute path. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const table = buildImageTable(await readPublishedImages(REQUIREMENTS));
  const text = renderDataModule({
    generator: 'generate-framework-images',
    summary: "AWS's container images, facts from the image lists of the SageMaker Python SDK (Apache-2.0).",
    constant: 'frameworkImages',
    type: 'FrameworkImageTable',
    typeModule: '../framework-image-table.js',
    value: table,
  });
  return new Map([[OUTPUT, text]]);
}

import type { PublishedModel } from './botocore-model.js';
import { buildDescribeTrees } from './build-describe-trees.js';
import { buildServiceModel } from './build-service-model.js';
import { renderArgumentInterfaces } from './render-argument-interfaces.js';
import { renderDataModule } from './render-data-module.js';
import type { ServiceModelSelection } from './service-model-selection.js';

const SUMMARY = "Facts of AWS's published service model (Apache-2.0), botocore's service-2.json.";

/** The generated files, by name: the same input gives the same bytes. */
export function generate(published: PublishedModel, selection: ServiceModelSelection): ReadonlyMap<string, string> {
  const model = buildServiceModel(published, selection);
  const trees = buildDescribeTrees(published, selection);
  return new Map([
    [
      'service-model-data.ts',
      renderDataModule({
        generator: 'generate-service-model',
        summary: SUMMARY,
        constant: 'serviceModel',
        type: 'ServiceModel',
        typeModule: '../service-model.js',
        value: model,
      }),
    ],
    [
      'describe-trees-data.ts',
      renderDataModule({
        generator: 'generate-service-model',
        summary: SUMMARY,
        constant: 'describeTrees',
        type: 'DescribeTrees',
        typeModule: '../describe-trees.js',
        value: trees,
      }),
    ],
    ['arguments.ts', renderArgumentInterfaces(model)],
  ]);
}

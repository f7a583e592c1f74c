import { expect, it } from 'vitest';
import { imagesOf } from './framework-image.js';
import { findFrameworkImage, frameworkImageName } from './framework-image-name.js';
import { frameworkImageUri } from './framework-image-uri.js';
import { loadFrameworkImages } from './load-framework-images.js';

const table = await loadFrameworkImages();
const all = (framework: string) => imagesOf(table, framework);
const find = (name: string) => findFrameworkImage(name, all);

it.each(Object.keys(table.frameworks))('names every image of %s so that it is found again', (framework) => {
  for (const image of all(framework)) {
    const { repository, accounts } = find(frameworkImageName(image, all(framework))) ?? {};
    expect([repository, accounts]).toEqual([image.repository, image.accounts]);
  }
});

it.each([
  ['sklearn:1.2-1', 'us-east-1', '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3'],
  [
    'sklearn:1.2-1',
    'cn-north-1',
    '450853457545.dkr.ecr.cn-north-1.amazonaws.com.cn/sagemaker-scikit-learn:1.2-1-cpu-py3',
  ],
  [
    'sklearn:1.2-1',
    'us-gov-west-1',
    '414596584902.dkr.ecr.us-gov-west-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3',
  ],
  [
    'sklearn:1.2-1',
    'us-iso-east-1',
    '833128469047.dkr.ecr.us-iso-east-1.c2s.ic.gov/sagemaker-scikit-learn:1.2-1-cpu-py3',
  ],
  [
    'pytorch:2.1.0:training:gpu',
    'eu-west-1',
    '763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-training:2.1.0-gpu-py310',
  ],
  ['model-monitor', 'us-east-1', '156813124566.dkr.ecr.us-east-1.amazonaws.com/sagemaker-model-monitor-analyzer'],
])('%s in %s', (name, region, uri) => {
  const image = find(name);
  expect(image && frameworkImageUri(image, region)).toBe(uri);
});

it('finds nothing where a name fits several images or none, and no URI where AWS has none', () => {
  for (const name of ['pytorch:2.1.0', 'pytorch:9', 'fortran:77', 'sklearn', 'toString:1', ''])
    expect(find(name)).toBeUndefined();
  const clarify = find('clarify:1.0');
  expect(clarify && frameworkImageUri(clarify, 'ap-southeast-7')).toBeUndefined();
});

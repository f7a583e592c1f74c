import { loadFrameworkImages } from '@millrace/schema';
import { expect, it } from 'vitest';
import { resolveFrameworkImages } from './resolve-framework-images.js';

const table = await loadFrameworkImages();

it('gives each image its URI in the region, and leaves alone what the table does not know', () => {
  const names = ['region', 'image:kmeans:1', 'image:our-own:3'] as const;
  const { value, diagnostics } = resolveFrameworkImages(names, { region: 'eu-west-1', table });
  expect([...(value ?? [])]).toEqual([['image:kmeans:1', '438346466558.dkr.ecr.eu-west-1.amazonaws.com/kmeans:1']]);
  expect(diagnostics).toEqual([]);
});

it('says in which regions an image is when the region has none', () => {
  const { value, diagnostics } = resolveFrameworkImages(['image:lda:1'], { region: 'cn-north-1', table });
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code, message, help }) => [code, message, help])).toEqual([
    [
      'project/image-not-in-region',
      'AWS does not serve image:lda:1 in cn-north-1',
      expect.stringMatching(/^regions that have it: ap-northeast-1, .*; or --set image:lda:1=URI$/),
    ],
  ]);
});

import { describe, expect, it } from 'vitest';
import { frameworkRelease } from './framework-release.js';
import { AWS_IMAGE_ACCOUNTS } from './generated/aws-image-accounts.js';
import { parseEcrImage } from './image-uri.js';

const DIGEST = `sha256:${'0a'.repeat(32)}`;

describe('parseEcrImage', () => {
  it.each([
    [
      '111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/train:1.0',
      { account: '111122223333', region: 'eu-west-1', repository: 'team/train', tag: '1.0' },
    ],
    [
      `111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/train:1@${DIGEST}`,
      { account: '111122223333', region: 'cn-north-1', repository: 'train', tag: '1', digest: DIGEST },
    ],
    [
      '<account>.dkr.ecr.<region>.amazonaws.com/train',
      { account: '<account>', region: '<region>', repository: 'train' },
    ],
  ])('takes %s apart', (uri, parts) => expect(parseEcrImage(uri)).toEqual(parts));

  it.each(['docker.io/x:1', 'public.ecr.aws/x/y:1', 'x', ''])('knows that %s is none of ECR', (uri) => {
    expect(parseEcrImage(uri)).toBeUndefined();
  });
});

describe('frameworkRelease', () => {
  it.each([
    [
      '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.1.0-cpu-py310',
      { framework: 'pytorch', release: '2.1' },
    ],
    [
      '763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:1.13.1-transformers4.26.0',
      { framework: 'huggingface-pytorch', release: '1.13' },
    ],
    ['<image:sklearn:1.2-1>', { framework: 'sklearn', release: '1.2' }],
  ])('reads %s', (image, release) => expect(frameworkRelease(image)).toEqual(release));

  it.each([
    '111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:v7',
    `111122223333.dkr.ecr.us-east-1.amazonaws.com/x@${DIGEST}`,
    '…',
  ])('knows nothing of %s', (image) => expect(frameworkRelease(image)).toBeUndefined());
});

describe('the accounts of AWS', () => {
  it('hold those of its deep learning containers and of its algorithms', () => {
    expect(AWS_IMAGE_ACCOUNTS.has('763104351884')).toBe(true);
    expect(AWS_IMAGE_ACCOUNTS.has('683313688378')).toBe(true);
    expect(AWS_IMAGE_ACCOUNTS.has('111122223333')).toBe(false);
  });
});

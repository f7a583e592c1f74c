import { z } from 'zod';
import { memberIn } from '../../jobs/governed-job.js';
import { modelContainers } from '../../jobs/model-containers.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { judgeText, judgeValue } from '../../values/judge-value.js';

const ECR = /^(?:\d{12}|<account>)\.dkr\.ecr\./;

/** MR-NET-009 */
export const modelImagesComeThroughTheVpc = defineRule({
  id: 'MR-NET-009',
  profiles: { regulated: 'warning' },
  title: 'images of models that lie in a private registry are pulled through the VPC',
  checks:
    'ImageConfig.RepositoryAccessMode of containers of models is Vpc where the image is not from ECR; for every image with the option "always".',
  why: 'With the access mode Platform SageMaker pulls the image on its own ways, past the registry that is reachable from the VPC only.',
  fix: { kind: 'suggested', how: 'set ImageConfig to {"RepositoryAccessMode": "Vpc"} and give the model a VpcConfig' },
  source: 'Security Hub SageMaker.16 and SageMaker.19; CreateModel, ImageConfig',
  options: z.strictObject({
    always: z.boolean().default(false).describe('Demand it of images from ECR too.'),
  }),
  subjects: (context, { always }) =>
    modelContainers(context).filter(({ container, path }) => {
      const image = memberIn(container, ['Image'], path).value;
      if (image === undefined) return false;
      // A framework image is one of AWS's in ECR.
      const known = (given = '') => ECR.test(given) || given.startsWith('<image:');
      return (
        always || judgeText(context.read(image), (given) => (known(given) ? 'holds' : 'violated')).verdict !== 'holds'
      );
    }),
  judge: function* ({ container, path: at }, context) {
    const { value, path } = memberIn(container, ['ImageConfig', 'RepositoryAccessMode'], at);
    const answer = judgeValue(context.read(value), (given) => given === 'Vpc');
    yield* tell(answer, {
      path,
      violated: 'its image is not pulled through the VPC',
      unknown: 'its image may not be pulled through the VPC',
    });
  },
});

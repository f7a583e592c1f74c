import type { RecordKeeper } from './record-keeper.js';

/** Model: every execution makes a new model, under a name of the service's (facts/sagemaker-pipelines, section 2.2). */
export const keepModel: RecordKeeper = ({ name, arnPrefix, now, arguments: request }) => ({
  describe: { ...request, ModelName: name, ModelArn: `${arnPrefix}:model/${name.toLowerCase()}`, CreationTime: now },
});

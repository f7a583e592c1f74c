import { clustersOf } from '../../jobs/clusters.js';
import { scriptedJobs } from '../../jobs/scripted-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import { tell } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

/** Families of machines with a GPU (Amazon EC2 user guide, accelerated computing). */
const WITH_GPU = /^ml\.[gp]\d/;

/** Libraries that can compute on a GPU. */
const GPU_LIBRARY =
  /^[ \t]*(?:import|from)[ \t]+(?:torch|tensorflow|keras|jax|cupy|cudf|cuml|cugraph|numba|mxnet|onnxruntime|transformers|lightning|pytorch_lightning|xgboost|lightgbm|catboost|pycuda|triton|deepspeed|vllm|tensorrt)\b/m;

/** MR-CST-005 */
export const processingUsesTheGpuItPaysFor = defineRule({
  id: 'MR-CST-005',
  profiles: { cost: 'warning' },
  title: 'processing jobs on machines with a GPU have scripts that use one',
  checks:
    'Processing jobs on families g and p whose local scripts are at hand: one of them imports a library that computes on a GPU.',
  why: 'A machine with a GPU costs several times as much as one with the same processors. Scripts that read tables and write tables leave it idle.',
  fix: { kind: 'none', how: 'choose a machine without a GPU, such as ml.m5.xlarge' },
  source: 'Well-Architected ML Lens MLCOST-09',
  subjects: (context) => scriptedJobs(context).filter(({ job }) => job.form === 'processing'),
  judge: function* ({ job, files }, context) {
    if (files.some(({ text }) => GPU_LIBRARY.test(text))) return;
    for (const { instanceType } of clustersOf(job)) {
      const answer = judgeValue(context.read(instanceType.value), (given) => !WITH_GPU.test(String(given)));
      yield* tell(answer, {
        path: instanceType.path,
        violated: 'no script of the job uses the GPU of its machine',
        unknown: 'the machine may have a GPU, and no script of the job uses one',
      });
    }
  },
});

import { type Json, listAt, memberAt, type Path, type PlacedStep, parseReference } from '@millrace/schema';
import { memberIn } from '../../jobs/governed-job.js';
import { governedJobs } from '../../jobs/governed-jobs.js';
import { defineRule } from '../../rule/define-rule.js';
import type { PolicyContext } from '../../rule/policy-context.js';
import { tell, unprovable, violation } from '../../rule/tell.js';
import { judgeValue } from '../../values/judge-value.js';

/** MR-NET-007 */
export const transformsUseIsolatedModels = defineRule({
  id: 'MR-NET-007',
  profiles: { regulated: 'warning' },
  title: 'batch transforms use models that are isolated and run in a VPC',
  checks: 'The Model step that ModelName of a Transform step refers to has EnableNetworkIsolation and VpcConfig.',
  why: 'A batch transform has no settings of its own for VPC and isolation: it runs as its model does. A model by name, made elsewhere, proves neither.',
  fix: {
    kind: 'none',
    how: 'let the Transform step take its model from a Model step of the pipeline, with VpcConfig and EnableNetworkIsolation',
  },
  source: 'CreateTransformJob has neither member; its only condition key on the network is sagemaker:ModelArn',
  subjects: (context) => governedJobs(context).filter(({ form }) => form === 'transform'),
  judge: function* (job, context) {
    const { value, path } = job.member(['ModelName']);
    const model = modelStepOf(value, context);
    if (model === undefined) {
      yield unprovable(
        'the model is not made by a step of this pipeline, so that nobody knows its VPC and its isolation',
        { path },
      );
      return;
    }
    if (!hasVpc(model.step.Arguments)) yield violation(`the model of "${model.step.Name}" runs in no VPC`, { path });
    yield* isolationOf(model, path, context);
  },
});

function modelStepOf(name: Json | undefined, context: PolicyContext): PlacedStep | undefined {
  const text = memberAt(name, 'Get');
  const reference = typeof text === 'string' ? parseReference(text) : undefined;
  return reference?.kind === 'property' ? context.definition.step(reference.step) : undefined;
}

function hasVpc(model: Json): boolean {
  return listAt(model, 'VpcConfig', 'Subnets').length > 0;
}

function isolationOf({ step, path: at }: PlacedStep, path: Path, context: PolicyContext) {
  const isolation = memberIn(step.Arguments, ['EnableNetworkIsolation'], [...at, 'Arguments']);
  const answer = judgeValue(context.read(isolation.value), (given) => given === true || given === 'true');
  return tell(answer, {
    path,
    violated: `the model of "${step.Name}" is not isolated from the network`,
    unknown: `the model of "${step.Name}" may not be isolated from the network`,
    related: [{ message: 'the model', path: isolation.path }],
  });
}

import type { Review } from './review.js';

const UNIT_TESTS = ['SDK2-unit-test'];

/** What was found on looking at each verdict; the table of the corpus quotes it. */
export const reviews: readonly Review[] = [
  {
    code: 'definition/always-fails',
    verdict: 'true',
    because: 'a Fail step is all that the pipeline does, or stands in no branch',
  },
  {
    code: 'definition/approved-without-gate',
    of: UNIT_TESTS,
    verdict: 'true',
    because: 'the only step registers a model as Approved',
  },
  {
    code: 'definition/not-a-function',
    of: ['122'],
    verdict: 'true',
    because: 'the authors left a text there that readers are to replace by the ARN of their function',
  },
  {
    code: 'definition/package-without-group',
    of: ['147'],
    verdict: 'mock',
    because: 'the test registers a package of its own name, and the SDK leaves the name out of the definition',
  },
  {
    code: 'definition/expected-member',
    verdict: 'true',
    because: 'no RoleArn; SageMaker took the applied one all the same, which is why this is a warning',
  },
  {
    code: 'definition/parameter-without-type',
    of: ['038'],
    verdict: 'true',
    because: "the authors' parameters have no Type, as the manifest says",
  },
  {
    code: 'definition/input-outside-processing',
    of: ['001'],
    verdict: 'true',
    because: 'the path in the container is relative, where the API wants one below /opt/ml/processing/',
  },
  {
    code: 'definition/input-outside-processing',
    of: UNIT_TESTS,
    verdict: 'mock',
    because: 'the path in the container is relative',
  },
  {
    code: 'graph/unused-parameter',
    verdict: 'true',
    because: 'no Get of the definition names the parameter',
  },
  {
    code: 'graph/depends-on-branch-step',
    of: ['081'],
    verdict: 'true',
    because: 'the Lambda step at the top reads an output of a step that runs only if the accuracy is good enough',
  },
  {
    code: 'graph/depends-on-branch-step',
    of: UNIT_TESTS,
    verdict: 'true',
    because: 'a step at the top waits for a step of one branch',
  },
  {
    code: 'graph/constant-condition',
    of: UNIT_TESTS,
    verdict: 'true',
    because: 'both sides of the comparison are literals',
  },
  {
    code: 'graph/text-ordering',
    of: UNIT_TESTS,
    verdict: 'true',
    because: 'texts are compared by size, among them times, whose format nobody documents',
  },
  {
    code: 'definition/unknown-condition-type',
    of: ['040'],
    verdict: 'true',
    because: 'the authors write ConditionLessThanOrEqualTo, as the manifest says; SageMaker knows LessThanOrEqualTo',
  },
  {
    code: 'definition/malformed-json-get',
    of: ['040'],
    verdict: 'true',
    because: 'Std:JsonGet names its step and file in members of its own; SageMaker wants a Get of the property file',
  },
  {
    code: 'definition/malformed-join',
    of: ['093', '120'],
    verdict: 'true',
    because: 'null is joined: the code reads a name that was not set when it was compiled',
  },
  {
    code: 'definition/pattern-mismatch',
    of: ['115'],
    verdict: 'true',
    because: 'the name of the model is a lone hyphen: the code joins names that were not set when it was compiled',
  },
  {
    code: 'definition/pattern-mismatch',
    of: UNIT_TESTS,
    verdict: 'mock',
    because: 'names with underscores and "s3://" without a bucket have not the form that the API wants',
  },
  {
    code: 'definition/missing-member',
    of: UNIT_TESTS,
    verdict: 'mock',
    because: "the unit tests' own step class is a Training step without arguments",
  },
  {
    code: 'definition/unknown-member',
    of: ['143', '160', '162'],
    verdict: 'mock',
    because: "the unit tests' own step class has the argument input_data, which no request has",
  },
  {
    code: 'definition/unknown-member',
    of: ['126', '127', '128'],
    verdict: 'mock',
    because: 'the tag has a Name, where the API has Key',
  },
  {
    code: 'definition/missing-member',
    of: ['126', '127', '128'],
    verdict: 'mock',
    because: 'the tag has a Name, where the API has Key',
  },
  {
    code: 'definition/malformed-reference',
    of: ['143', '162'],
    verdict: 'mock',
    because: 'a reference names a step and no property of it',
  },
  {
    code: 'definition/wrong-type',
    of: ['152', '153'],
    verdict: 'mock',
    because: 'the mocked session has no image, so null stands there',
  },
  {
    code: 'definition/not-in-enum',
    of: ['158'],
    verdict: 'mock',
    because: 'the instance type c4.4xlarge lacks its "ml."',
  },
  {
    code: 'definition/not-in-enum',
    of: ['164'],
    verdict: 'mock',
    because: 'the type of early stopping is written "OFF", where the API has "Off"',
  },
  {
    code: 'graph/too-many-steps',
    of: ['160'],
    verdict: 'true',
    because: 'a test of size: 2,000 steps, where SageMaker takes 50',
  },
  {
    code: 'graph/unknown-parameter',
    of: ['137', '156', '157'],
    verdict: 'true',
    because: 'the parameter is not declared, as the manifest says',
  },
  {
    code: 'graph/redundant-dependency',
    verdict: 'true',
    because: 'the step reads from the step that it also depends on; the decorator of the SDK writes such pairs itself',
  },
  {
    code: 'definition/shared-by-executions',
    verdict: 'true',
    because:
      'the URI is a literal, or contains the name of the pipeline at most, so each execution writes over the last',
  },
  {
    code: 'definition/shared-by-steps',
    verdict: 'true',
    because: 'two outputs have the same URI, letter by letter',
  },
  {
    code: 'definition/image-may-change',
    verdict: 'true',
    because: 'the tag is latest',
  },
  {
    code: 'definition/cache-never-hits',
    verdict: 'true',
    because: 'the transform is cached, and the Model step before it makes a model with a new name in every execution',
  },
  {
    code: 'definition/hyperparameter-of-compilation',
    verdict: 'true',
    because: 'the SDK wrote the time of compilation into the hyperparameter',
  },
  {
    code: 'definition/old-bucket-name',
    of: ['090', '093'],
    verdict: 'true',
    because: 'the bucket is called TODO or None: the authors did not fill it in',
  },
  {
    code: 'definition/old-bucket-name',
    of: UNIT_TESTS,
    verdict: 'mock',
    because: 'the name of the bucket has an underscore',
  },
  {
    code: 'definition/bucket-name',
    of: UNIT_TESTS,
    verdict: 'mock',
    because: 'the name of the bucket is empty, or a single letter',
  },
  {
    code: 'definition/cache-without-effect',
    of: UNIT_TESTS,
    verdict: 'true',
    because: 'the SDK writes CacheConfig for a Lambda step, which the developer guide does not list as cached',
  },
];

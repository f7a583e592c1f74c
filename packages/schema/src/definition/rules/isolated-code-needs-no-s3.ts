import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Path } from '../../diagnostics/diagnostic.js';
import { isJsonList, isJsonObject, type Json } from '../../source/json.js';
import type { DefinitionRule } from '../definition-rule.js';
import { type JobRequest, jobRequestsOf } from '../job-requests.js';
import { knownBeginning } from '../known-beginning.js';
import { memberAt } from '../member-at.js';

const SWITCHES = [['EnableNetworkIsolation'], ['NetworkConfig', 'EnableNetworkIsolation']];

/** What code reads by itself, as opposed to inputs that SageMaker brings. */
const FOR_THE_CODE = [
  ['Environment'],
  ['HyperParameters'],
  ['AppSpecification', 'ContainerArguments'],
  ['AlgorithmSpecification', 'ContainerArguments'],
];

/** As it is, or as the JSON text that script mode wants. */
const S3_URI = /^"?s3:\/\//;

const diagnostics = defineDiagnostics('definition', {
  'isolated-code-reads-s3': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R104'],
    message: (p: { name: string }) => `the container has no network, but ${p.name} names a place in S3`,
    help: () => 'bring the data as an input or channel, or switch network isolation off for this step',
    explanation:
      'With EnableNetworkIsolation a container reaches nothing outside, not even S3: SageMaker itself brings the inputs and takes the outputs. Code that opens an s3:// URI from its environment, hyperparameters or arguments fails after the job has started. That includes sagemaker_submit_directory, from which script mode fetches the scripts.',
  },
});

/** Containers without a network are told of no places in S3. */
export const isolatedCodeNeedsNoS3: DefinitionRule = {
  rules: ['R104'],
  diagnostics,
  check: function* ({ steps }) {
    for (const request of steps.flatMap(jobRequestsOf)) {
      if (!SWITCHES.some((way) => memberAt(request.job, ...way) === true)) continue;
      const [first] = placesIn(request);
      if (first !== undefined) yield diagnostics['isolated-code-reads-s3'](first, { path: first.path });
    }
  },
};

function placesIn({ job, path }: JobRequest): readonly { name: string; path: Path }[] {
  return FOR_THE_CODE.flatMap((way) =>
    entriesOf(memberAt(job, ...way))
      .filter(([, value]) => S3_URI.test(knownBeginning(value).text))
      .map(([key]) => ({
        name: typeof key === 'number' ? 'an argument' : `"${key}"`,
        path: [...path, ...way, key],
      })),
  );
}

function entriesOf(value: Json | undefined): readonly (readonly [string | number, Json])[] {
  if (isJsonList(value)) return [...value.entries()];
  return isJsonObject(value) ? Object.entries(value) : [];
}

import { TEXT_KEY } from '../../deploy-value.js';
import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import type { WalkedPlace } from '../../source/walk-json.js';
import type { DefinitionContext } from '../definition-context.js';
import type { DefinitionRule } from '../definition-rule.js';
import { knownBeginning } from '../known-beginning.js';
import { walkRequest } from '../request-values.js';

const ARN = /^arn:(aws[a-z-]*):[a-z0-9-]*:([a-z0-9-]*):/;
const ECR = /^\d{12}\.dkr\.ecr\.([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?)\//;

/** Regions by how they begin; all others are those of the partition aws. */
const PARTITIONS = [
  { begins: 'cn-', partition: 'aws-cn' },
  { begins: 'us-gov-', partition: 'aws-us-gov' },
  { begins: 'us-isob-', partition: 'aws-iso-b' },
  { begins: 'us-isof-', partition: 'aws-iso-f' },
  { begins: 'us-iso-', partition: 'aws-iso' },
  { begins: 'eu-isoe-', partition: 'aws-iso-e' },
  { begins: 'eusc-', partition: 'aws-eusc' },
];

const diagnostics = defineDiagnostics('definition', {
  'region-of-other-partition': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R107'],
    message: (p: { region: string; partition: string; given: string }) =>
      `the region ${p.region} belongs to the partition ${p.partition}, but ${p.given} is given`,
    help: (p) =>
      `write ${p.partition}, or a region of ${p.given}; in a spec {{partition}} and {{region}} fit each other`,
    explanation:
      'An ARN begins with the partition of its region: arn:aws-cn for China, arn:aws-us-gov for GovCloud, arn:aws for most others. An ECR address in China ends with amazonaws.com.cn. An ARN of the wrong partition names nothing.',
  },
  'two-partitions': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R107'],
    message: (p: { partition: string; first: string }) =>
      `this belongs to the partition ${p.partition}, but something before it to ${p.first}`,
    help: () => 'use resources of the partition in which the pipeline runs; in a spec write {{partition}}',
    explanation:
      'Partitions of AWS (commercial, China, GovCloud and others) share nothing: a pipeline cannot use a role, key or image of another one.',
  },
  'images-of-two-regions': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R105', 'R107'],
    message: (p: { region: string; first: string }) =>
      `this image lies in ${p.region}, but one before it in ${p.first}`,
    help: () => 'take both from the region in which the pipeline runs; in a spec write {{region}}, or framework:',
    explanation:
      'SageMaker pulls images from ECR in the region of the job. At most one of the two regions can be that of the pipeline.',
  },
});

/** All ARNs and images belong to one partition, and images to one region. */
export const onePartitionForAll: DefinitionRule = {
  rules: ['R105', 'R107'],
  diagnostics,
  check: function* (context) {
    const names = resourceNames(context);
    for (const { region, partition, given, path } of names) {
      if (given !== partition) yield diagnostics['region-of-other-partition']({ region, partition, given }, { path });
    }
    yield* others(
      names.filter((each) => each.given === each.partition),
      'partition',
      ({ each, first, place }) =>
        diagnostics['two-partitions']({ partition: each.partition, first: first.partition }, place),
    );
    yield* others(
      names.filter((each) => each.isImage),
      'region',
      ({ each, first, place }) =>
        diagnostics['images-of-two-regions']({ region: each.region, first: first.region }, place),
    );
  },
};

interface ResourceName {
  readonly path: Path;
  readonly region: string;
  /** That of the region; the given one where no region is named. */
  readonly partition: string;
  readonly given: string;
  readonly isImage: boolean;
}

interface Other {
  readonly each: ResourceName;
  readonly first: ResourceName;
  readonly place: { readonly path: Path; readonly related: readonly { message: string; path: Path }[] };
}

/** The first of each value that is not the value of the first of all. */
function* others(
  names: readonly ResourceName[],
  key: 'partition' | 'region',
  tell: (other: Other) => Diagnostic,
): Iterable<Diagnostic> {
  const [first] = names;
  if (first === undefined) return;
  const seen = new Set([first[key]]);
  for (const each of names) {
    if (seen.has(each[key])) continue;
    seen.add(each[key]);
    yield tell({ each, first, place: { path: each.path, related: [{ message: 'the one before', path: first.path }] } });
  }
}

const NO_NAMES: ReadonlySet<string | number | undefined> = new Set([
  'ContainerArguments',
  'ContainerEntrypoint',
  'Values',
  TEXT_KEY,
]);

function resourceNames({ steps }: DefinitionContext): readonly ResourceName[] {
  const found: ResourceName[] = [];
  for (const placed of steps) {
    walkRequest(placed, (value, place) => {
      // Parts of a text are judged with the text; what a container is told is its own matter.
      if (NO_NAMES.has(place.at(-2))) return;
      const name = readName(knownBeginning(value).text, place);
      if (name !== undefined) found.push(name);
    });
  }
  return found;
}

function readName(text: string, place: WalkedPlace): ResourceName | undefined {
  const [, given, region] = ARN.exec(text) ?? [];
  if (given !== undefined && region !== undefined)
    return {
      path: place.toPath(),
      region,
      partition: region === '' ? given : partitionOf(region),
      given,
      isImage: false,
    };
  const [, ecrRegion, host] = ECR.exec(text) ?? [];
  if (ecrRegion === undefined) return undefined;
  const partition = partitionOf(ecrRegion);
  const isChina = host === 'amazonaws.com.cn';
  const domain = isChina === (partition === 'aws-cn') ? partition : isChina ? 'aws-cn' : 'aws';
  return { path: place.toPath(), region: ecrRegion, partition, given: domain, isImage: true };
}

function partitionOf(region: string): string {
  return PARTITIONS.find(({ begins }) => region.startsWith(begins))?.partition ?? 'aws';
}

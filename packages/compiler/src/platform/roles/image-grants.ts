import { type DefinitionStep, deployValue, type FrameworkImage } from '@millrace/schema';
import type { PlatformInput, PlatformText } from '../platform-model.js';
import { platformArn, platformText } from '../platform-text.js';
import { IMAGE_SLOTS } from './data-slots.js';
import { ANYTHING, type DefinitionTexts } from './definition-texts.js';
import type { JobStep } from './job-steps.js';
import type { Grant } from './statement-list.js';
import { argumentLeaves } from './step-values.js';
import { literalStart, splitText } from './text-parts.js';

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];

/** What it takes to pull the images of the jobs; images that only an execution knows are left out. */
export function imageGrants(steps: readonly JobStep[], input: PlatformInput, texts: DefinitionTexts): readonly Grant[] {
  const images = steps.flatMap(({ step }) => imagesOf(step, texts)).filter(({ uri }) => uri !== ANYTHING);
  const pulls = images.flatMap(({ uri }) => pullGrant(uri, input));
  return pulls.length === 0 ? [] : [AUTHORIZE, ...pulls];
}

/** The arguments of a step that name images which only an execution knows. */
export function unknownImages({ step }: JobStep, texts: DefinitionTexts): readonly string[] {
  return imagesOf(step, texts)
    .filter(({ uri }) => uri === ANYTHING)
    .map(({ slot }) => slot);
}

function imagesOf(step: DefinitionStep, texts: DefinitionTexts) {
  return argumentLeaves(step)
    .filter(({ slot }) => IMAGE_SLOTS.has(slot))
    .flatMap(({ slot, value }) => texts.of(value).map((uri) => ({ slot, uri })));
}

const AUTHORIZE: Grant = {
  sid: 'EnterRegistries',
  actions: ['ecr:GetAuthorizationToken'],
  resources: [
    {
      resource: ANYTHING,
      reason: 'ecr:GetAuthorizationToken takes no resource (Service Authorization Reference): only "*" allows it',
    },
  ],
  why: 'Jobs enter ECR; what they may pull there is said elsewhere.',
};

function pullGrant(uri: PlatformText, input: PlatformInput): readonly Grant[] {
  const framework = input.images.find(({ name }) => JSON.stringify(uri) === JSON.stringify(deployValue(name)));
  if (framework !== undefined) return [pullFromAws(framework.image)];
  const repository = repositoryArn(uri);
  return repository === undefined
    ? []
    : [pull({ resource: repository, reason: 'a part of the image is not known here' })];
}

function pull(resource: Grant['resources'][number]): Grant {
  return {
    sid: 'PullImages',
    actions: PULL,
    resources: [resource],
    why: 'Jobs pull the images that their steps name.',
  };
}

/** AWS serves an image from another account in each region. */
function pullFromAws({ repository, accounts }: FrameworkImage): Grant {
  return {
    sid: 'PullImagesOfAws',
    actions: PULL,
    resources: [
      {
        resource: repositoryOf({ account: ANYTHING, region: deployValue('region') }, repository),
        reason: 'AWS serves the image from another account in each region; a condition lists these accounts',
      },
    ],
    conditions: { StringEquals: { 'aws:ResourceAccount': [...new Set(accounts.values())].sort() } },
    why: "Jobs pull AWS's images of the frameworks that their steps name.",
  };
}

/** `<account>.dkr.ecr.<region>.<domain>/<repository>[:<tag>|@<digest>]`; images of other registries need nothing here. */
function repositoryArn(uri: PlatformText): PlatformText | undefined {
  const [registry, image] = splitText(uri, '/') ?? [];
  const [account, place] = (registry === undefined ? undefined : splitText(registry, '.dkr.ecr.')) ?? [];
  const [region] = (place === undefined ? undefined : splitText(place, '.')) ?? [];
  if (account !== undefined && region !== undefined && image !== undefined)
    return repositoryOf({ account, region }, image);
  // Only deployment knows the image (`ssm:`), so it is taken to be one of the account's own.
  return literalStart(uri) === '' ? platformArn('ecr', 'repository/*') : undefined;
}

function repositoryOf(
  place: { readonly account: PlatformText; readonly region: PlatformText },
  image: PlatformText,
): PlatformText {
  const [untagged] = splitText(image, '@') ?? [image];
  const [repository] = splitText(untagged, ':') ?? [untagged];
  return platformArn('ecr', platformText('repository/', repository), place);
}

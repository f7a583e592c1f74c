import { type DefinitionStep, deployValue, type StepResource } from '@millrace/schema';
import { nameSpellings } from '../name-spellings.js';
import type { PlatformText } from '../platform-model.js';
import { platformArn, platformText } from '../platform-text.js';
import { ANYTHING, type DefinitionTexts } from './definition-texts.js';
import { keyArn } from './key-arn.js';
import { valuesOf } from './step-values.js';
import { literalStart, partsOf, splitText } from './text-parts.js';

/** A resource of a statement, and why AWS takes nothing narrower where there is a wildcard in it. */
export interface GrantedResource {
  readonly resource: PlatformText;
  readonly reason: string;
}

/** What is known of a resource of a step. */
export interface FoundResources {
  readonly granted: readonly GrantedResource[];
  /** Members that name resources which only an execution knows. */
  readonly unknown: readonly string[];
}

const OF_EXECUTION = 'a part of it is only known in an execution';

/** A step, and what its texts can be. */
interface StepTexts {
  readonly step: DefinitionStep;
  readonly texts: DefinitionTexts;
}

type Finder<K extends StepResource['kind']> = (
  resource: Extract<StepResource, { kind: K }>,
  of: StepTexts,
) => FoundResources;

const FINDERS: { readonly [K in StepResource['kind']]: Finder<K> } = {
  made: ({ type, nameMember, otherwise }, { step, texts }) => {
    const given = valuesOf(step, nameMember).flatMap((value) => texts.of(value));
    const starts =
      given.length === 0 ? [otherwise] : given.flatMap(nameSpellings).map((name) => platformText(name, '-'));
    const reason =
      starts[0] === ''
        ? `SageMaker Pipelines chooses names of type ${type}; they are too short for a known beginning`
        : 'SageMaker Pipelines names what it makes after the execution (<beginning>-<execution id>-<step>-<suffix>)';
    return known(starts.map((start) => ({ resource: sageMaker(type, platformText(start, ANYTHING)), reason })));
  },
  named: ({ type, member, below = '' }, of) =>
    find(of, [member], (name) =>
      nameSpellings(name).map((each) => ({
        resource: platformText(namedArn(type, each), below),
        reason: below === '' ? OF_EXECUTION : 'numbers and names below it are given when something is made there',
      })),
    ),
  arn: ({ members }, of) => find(of, members, (arn) => [{ resource: arn, reason: OF_EXECUTION }]),
  key: ({ member }, of) => find(of, [member], (key) => [{ resource: keyArn(key), reason: OF_EXECUTION }]),
  queue: ({ member }, of) =>
    find(of, [member], (url) => {
      const resource = queueArn(url);
      return resource === undefined ? [] : [{ resource, reason: OF_EXECUTION }];
    }),
  fixed: ({ service, resource, reason = OF_EXECUTION }) =>
    known([{ resource: platformArn(service, resource), reason }]),
  identified: ({ service, before, member, below = '' }, of) =>
    find(of, [member], (id) => [
      {
        resource: platformArn(service, platformText(before, id, below)),
        reason: below === '' ? OF_EXECUTION : 'ids below it are given when something is made there',
      },
    ]),
  unscoped: ({ action }) =>
    known([
      {
        resource: ANYTHING,
        reason: `${action} takes no resource (Service Authorization Reference): only "*" allows it`,
      },
    ]),
};

/** The resources of a step that a permission applies to. */
export function grantedResources(resource: StepResource, of: StepTexts): FoundResources {
  // The table has the finder of each kind under its kind; TypeScript cannot follow that through a union.
  const finder = FINDERS[resource.kind] as Finder<StepResource['kind']>;
  return finder(resource, of);
}

function known(granted: readonly GrantedResource[]): FoundResources {
  return { granted, unknown: [] };
}

/** Looks members up; a text of which nothing is known, or no ARN can be made, names an unknown resource. */
function find(
  { step, texts }: StepTexts,
  members: readonly string[],
  toResources: (text: PlatformText) => readonly GrantedResource[],
): FoundResources {
  const found = members.flatMap((member) =>
    valuesOf(step, member).flatMap((value) =>
      texts.of(value).map((text) => ({ member, resources: text === ANYTHING ? [] : toResources(text) })),
    ),
  );
  return {
    granted: found.flatMap(({ resources }) => resources),
    unknown: found.filter(({ resources }) => resources.length === 0).map(({ member }) => member),
  };
}

function sageMaker(type: string, name: PlatformText): PlatformText {
  return platformArn('sagemaker', platformText(type, '/', name));
}

/** The ARN by a name; a name that is an ARN itself keeps its account and region, whatever its type says. */
function namedArn(type: string, name: PlatformText): PlatformText {
  const [before, rest] = splitText(name, '/') ?? [];
  if (!literalStart(name).startsWith('arn:') || before === undefined || rest === undefined)
    return sageMaker(type, name);
  const parts = partsOf(before);
  const last = parts.at(-1);
  const place = typeof last === 'string' ? last.replace(/[^:]*$/, '') : '';
  return platformText(...parts.slice(0, -1), place, type, '/', rest);
}

/** `https://sqs.<region>.<domain>/<account>/<name>`: the form that rule R69 asks for. */
function queueArn(url: PlatformText): PlatformText | undefined {
  const [, address] = splitText(url, '//') ?? [];
  const [host, path] = (address === undefined ? undefined : splitText(address, '/')) ?? [];
  const [account, name] = (path === undefined ? undefined : splitText(path, '/')) ?? [];
  if (host === undefined || account === undefined || name === undefined) return undefined;
  const [, behind] = splitText(host, 'sqs.') ?? [];
  const [region] = (behind === undefined ? undefined : splitText(behind, '.')) ?? [];
  return platformArn('sqs', name, { region: region ?? deployValue('region'), account });
}

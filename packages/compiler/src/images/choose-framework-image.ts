import {
  type Diagnostic,
  type FrameworkImage,
  type FrameworkImageTable,
  type FrameworkSetting,
  fail,
  type ImageScope,
  imagesOf,
  listNames,
  type Outcome,
  type Path,
  succeed,
} from '@millrace/schema';
import { imageDiagnostics } from './image-diagnostics.js';
import { acceleratorOf } from './instance-accelerator.js';
import { compareVersions, matchVersion } from './match-version.js';

/** What a container is for. */
export type ImagePurpose = 'processing' | 'training' | 'inference';

/** An author's wish for one of AWS's images. */
export interface ImageWish {
  readonly setting: FrameworkSetting;
  readonly purpose: ImagePurpose;
  /** Where the container runs, if that is known when the pipeline is compiled. */
  readonly instanceType: string | undefined;
  /** The place of `framework` in the spec. */
  readonly path: Path;
}

/** The SDK's scopes for a purpose, the best first: its processors run the training images of frameworks. */
const SCOPES: Readonly<Record<ImagePurpose, readonly ImageScope[]>> = {
  processing: ['processing', 'training', 'monitoring'],
  training: ['training'],
  inference: ['inference'],
};

/** There are images for Graviton processors that serve, and none that train. */
const ARM_SCOPES: typeof SCOPES = { processing: [], training: [], inference: ['inference_graviton'] };

type Narrowed = { readonly images: readonly FrameworkImage[] } | { readonly problem: Diagnostic };

/** Leaves fewer images, at least one, or says why there is none. */
type Narrowing = (images: readonly FrameworkImage[], wish: ImageWish, table: FrameworkImageTable) => Narrowed;

/** Finds the image that an author means, by the rules of `sagemaker.image_uris.retrieve`; says what is missing otherwise. */
export function chooseFrameworkImage(wish: ImageWish, table: FrameworkImageTable): Outcome<FrameworkImage> {
  let images = imagesOf(table, wish.setting.name);
  for (const narrow of [byName, byPurpose, byVersion, byBase, byMachine, byPython]) {
    const narrowed = narrow(images, wish, table);
    if ('problem' in narrowed) return fail([narrowed.problem]);
    images = narrowed.images;
  }
  const [image] = images;
  return image === undefined ? fail([]) : succeed(image);
}

const byName: Narrowing = (images, { setting, path }, table) => {
  if (images.length > 0) return { images };
  const parameters = { given: setting.name, known: Object.keys(table.frameworks) };
  return { problem: imageDiagnostics['unknown-framework'](parameters, { path: [...path, 'name'] }) };
};

const byPurpose: Narrowing = (images, wish) => {
  const wanted = isArm(wish) ? ARM_SCOPES[wish.purpose] : SCOPES[wish.purpose];
  const asked = matchVersion(wish.setting.version, versionsOf(images));
  const meant = images.filter(({ version }) => version === asked);
  const scope = wanted.find((each) => (meant.length === 0 ? images : meant).some((image) => image.scope === each));
  if (scope !== undefined) return { images: images.filter((image) => image.scope === scope) };
  const serving = wish.purpose === 'inference' && !isArm(wish) ? servingOf(images, meant) : [];
  if (serving.length > 0) return { images: serving };
  return { problem: noImage(wish, describePurpose(wish), describeScopes(images, wanted, meant)) };
};

/**
 * Training images that serve, too: those that lie in the repository of the framework's inference images. The SDK lists
 * some of them for training only (scikit-learn 1.4-2), although the container is one and the same.
 */
function servingOf(images: readonly FrameworkImage[], meant: readonly FrameworkImage[]): readonly FrameworkImage[] {
  const repositories = images.filter(({ scope }) => scope === 'inference').map(repositoryOf);
  return meant.filter((image) => image.scope === 'training' && repositories.includes(repositoryOf(image)));
}

function repositoryOf({ repository }: FrameworkImage): string {
  return repository.split(':')[0] ?? '';
}

const byVersion: Narrowing = (images, { setting, path }, table) => {
  const known = versionsOf(images);
  const version = matchVersion(setting.version, known);
  if (version !== undefined) return { images: images.filter((image) => image.version === version) };
  const { name: framework, version: given } = setting;
  if (given === undefined) {
    const parameters = { image: framework, key: 'version', choices: known };
    return { problem: imageDiagnostics['framework-choice-needed'](parameters, { path }) };
  }
  const origin = `in the list of ${table.origin.date}`;
  const place = { path: [...path, 'version'] };
  return { problem: imageDiagnostics['unknown-framework-version']({ framework, given, known, origin }, place) };
};

const byBase: Narrowing = (images, wish) => {
  const choices = distinct(images.map(({ base }) => base));
  // Short forms stand for one of the long ones, so they are no choice of their own.
  const longest = choices.filter((each) => !choices.some((other) => other.startsWith(`${each}.`)));
  return narrowBy({ key: 'baseFramework', member: 'base', choices, offered: longest }, images, wish);
};

const byPython: Narrowing = (images, wish) => {
  const choices = distinct(images.map(({ python }) => python));
  return narrowBy({ key: 'pythonVersion', member: 'python', choices, offered: choices }, images, wish);
};

const byMachine: Narrowing = (images, wish) => {
  const known = distinct(images.map(({ processor }) => processor));
  const { instanceType } = wish;
  const machine = wish.setting.accelerator ?? (instanceType === undefined ? undefined : acceleratorOf(instanceType));
  if (machine === 'neuron') return { problem: noImage(wish, `for ${instanceType}`, 'the list has no Neuron images') };
  if (known.length === 0) return { images };
  const processor = machine === 'arm64' ? 'cpu' : machine;
  if (processor === undefined && known.length > 1) {
    const place = { path: wish.path };
    return { problem: imageDiagnostics['accelerator-unknown']({ image: describe(wish) }, place) };
  }
  const left = images.filter((image) => processor === undefined || image.processor === processor);
  if (left.length > 0) return { images: left };
  const wanted = `for ${processor === 'gpu' ? 'GPUs' : 'machines without a GPU'}`;
  return { problem: noImage(wish, wanted, `use an instance type with ${known.join(' or ')}`) };
};

interface Choice {
  readonly key: 'baseFramework' | 'pythonVersion';
  readonly member: 'base' | 'python';
  readonly choices: readonly string[];
  readonly offered: readonly string[];
}

function narrowBy(
  { key, member, choices, offered }: Choice,
  images: readonly FrameworkImage[],
  wish: ImageWish,
): Narrowed {
  const given = wish.setting[key];
  const image = describe(wish);
  if (given !== undefined && !choices.includes(given)) {
    const place = { path: [...wish.path, key] };
    return { problem: imageDiagnostics['unknown-framework-choice']({ image, key, given, choices }, place) };
  }
  if (given === undefined && offered.length > 1) {
    const place = { path: wish.path };
    return { problem: imageDiagnostics['framework-choice-needed']({ image, key, choices: offered }, place) };
  }
  const chosen = given ?? offered[0];
  return { images: images.filter((each) => each[member] === chosen) };
}

function noImage(wish: ImageWish, wanted: string, instead: string): Diagnostic {
  return imageDiagnostics['no-framework-image']({ image: describe(wish), wanted, instead }, { path: wish.path });
}

function isArm({ instanceType, setting }: ImageWish): boolean {
  return setting.accelerator === undefined && instanceType !== undefined && acceleratorOf(instanceType) === 'arm64';
}

function describePurpose(wish: ImageWish): string {
  return `for ${wish.purpose}${isArm(wish) ? ` on ${wish.instanceType}, whose processors are Graviton` : ''}`;
}

function describeScopes(
  images: readonly FrameworkImage[],
  wanted: readonly ImageScope[],
  meant: readonly FrameworkImage[],
): string {
  if (wanted.length === 0) return 'use an instance type with other processors';
  const versions = versionsOf(images.filter(({ scope }) => wanted.includes(scope)));
  if (versions.length > 0) return `versions that have one: ${listNames(versions)}`;
  return `there are images for ${distinct((meant.length === 0 ? images : meant).map(({ scope }) => scope)).join(' and ')}`;
}

function describe({ setting: { name, version } }: ImageWish): string {
  return version === undefined ? name : `${name} ${version}`;
}

/** The newest first. */
function versionsOf(images: readonly FrameworkImage[]): readonly string[] {
  return distinct(images.map(({ version }) => version))
    .sort(compareVersions)
    .reverse();
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text): text is string => text !== undefined))];
}

import { IMAGE_PROCESSORS, IMAGE_SCOPES, type ImageLine, type ImageProcessor, type ImageScope } from '@millrace/schema';
import type { PublishedFramework, PublishedScope, PublishedVersion } from './published-images.js';

/** A line whose registries are still written out. */
export interface UnnamedLine extends Omit<ImageLine, 'registries'> {
  readonly registries: Readonly<Record<string, string>>;
}

/** A version config with all that its surroundings say of it. */
interface Found {
  readonly name: string;
  readonly scopes: readonly ImageScope[];
  readonly versions: readonly string[];
  readonly processors: readonly string[] | undefined;
}

/** Compilers' and Neuron's images: chosen by other rules than framework and version. */
const OTHER_RULES = /neuron|inferentia|neo\b|training-compiler/;

/**
 * The images of a framework, one line each for what has one repository and one form of tag. Left out are purposes and
 * processors that the table does not know (Elastic Inference, Neuron), and the version `latest`, which names
 * another image every few months.
 */
export function listImages(name: string, published: PublishedFramework): readonly UnnamedLine[] {
  if (OTHER_RULES.test(name)) return [];
  return scopesOf(published).flatMap(({ scopes, list }) =>
    Object.entries(list.versions).flatMap(([version, config]) => {
      if (version === 'latest') return [];
      const versions = [version, ...aliasesOf(list.version_aliases, version)];
      return linesOf({ name, scopes, versions, processors: list.processors ?? config.processors }, config);
    }),
  );
}

function scopesOf(published: PublishedFramework): { scopes: readonly ImageScope[]; list: PublishedScope }[] {
  if (!isScope(published)) return Object.entries(published).map(([scope, list]) => ({ scopes: known([scope]), list }));
  return [{ scopes: known(published.scope ?? []), list: published }];
}

function isScope(published: PublishedFramework): published is PublishedScope {
  return 'versions' in published;
}

function known(scopes: readonly string[]): readonly ImageScope[] {
  return IMAGE_SCOPES.filter((scope) => scopes.includes(scope));
}

function aliasesOf(aliases: Readonly<Record<string, string>> = {}, version: string): readonly string[] {
  const names = Object.keys(aliases).filter((alias) => aliases[alias] === version);
  return names.filter((alias) => alias !== 'latest' && alias !== version);
}

function linesOf(found: Found, config: PublishedVersion): readonly UnnamedLine[] {
  if (found.scopes.length === 0) return [];
  if (config.registries !== undefined) return imageLines(found, config);
  // By Python version, or by the library that Hugging Face stands on.
  return Object.entries(config).flatMap(([key, inner]) => {
    if (key === 'version_aliases') return [];
    // Every member but the aliases is an image of its own.
    const nested = inner as PublishedVersion;
    return key.startsWith('py') && !key.startsWith('pytorch')
      ? imageLines(found, { ...nested, py_versions: [key] })
      : imageLines(found, nested, [key, ...aliasesOf(config.version_aliases, key)]);
  });
}

function imageLines(found: Found, config: PublishedVersion, bases?: readonly string[]): readonly UnnamedLine[] {
  const { registries = {}, repository = '' } = config;
  const processors = IMAGE_PROCESSORS.filter((each) => found.processors?.includes(each));
  if (found.processors !== undefined && processors.length === 0) return [];
  const pythons = pythonsOf(found, config);
  const tagOf = (processor?: ImageProcessor) =>
    tagTemplate({ found, config, hasBase: bases !== undefined, hasPython: pythons !== undefined, processor });
  const line = {
    scopes: found.scopes,
    versions: found.versions,
    ...(bases && { bases }),
    repository,
    registries,
    ...(pythons && { pythons }),
  };
  if (found.processors === undefined) return [{ ...line, tag: tagOf() }];
  return processors.map((processor) => ({ ...line, processors: [processor], tag: tagOf(processor) }));
}

/** Without a choice the SDK leaves the Python version of Spark images out of the tag. */
function pythonsOf({ name }: Found, { py_versions: pythons }: PublishedVersion): readonly string[] | undefined {
  return name === 'spark' || pythons?.length === 0 ? undefined : pythons;
}

interface TagParts {
  readonly found: Found;
  readonly config: PublishedVersion;
  readonly hasBase: boolean;
  readonly hasPython: boolean;
  readonly processor: ImageProcessor | undefined;
}

/** The tag as `sagemaker.image_uris.retrieve` puts it together. */
function tagTemplate({ found, config, hasBase, hasPython, processor }: TagParts): string {
  const { tag_prefix: prefix, container_version: containers = {} } = config;
  const head = prefix ?? (hasBase ? '{base}-transformers{version}' : `{version}${armMark(found, config)}`);
  const container = processor === undefined ? undefined : containers[processor];
  // The GPU images of Triton have no processor in their tag.
  const named = processor !== undefined && !(found.name === 'sagemaker-tritonserver' && processor === 'gpu');
  const graviton = config.repository === `${found.name}-inference-graviton`;
  const end = graviton ? `${container ?? ''}-sagemaker` : container;
  return [head, named && '{processor}', hasPython && '{python}', end].filter(Boolean).join('-');
}

/** Images for arm64 lie in the repository of the others where they have none of their own. */
function armMark({ scopes }: Found, { repository = '' }: PublishedVersion): string {
  return scopes.includes('inference_graviton') && !repository.endsWith('-graviton') ? '-arm64' : '';
}

import type { FrameworkImageTable, ImageLine, ImageProcessor, ImageScope } from './framework-image-table.js';

/** One image of the table, in every region that has it. */
export interface FrameworkImage {
  readonly framework: string;
  readonly version: string;
  /** Hugging Face only: the library below, as `pytorch2.1.0`. */
  readonly base?: string;
  readonly scope: ImageScope;
  readonly processor?: ImageProcessor;
  readonly python?: string;
  /** `pytorch-training:2.1.0-gpu-py310` */
  readonly repository: string;
  /** The account that serves the image, by region. */
  readonly accounts: ReadonlyMap<string, string>;
}

// Many steps name the same framework, and writing all its images out takes longer than choosing one.
const known = new WeakMap<FrameworkImageTable, Map<string, readonly FrameworkImage[]>>();

/** All images of a framework; none for a framework that the table does not have. */
export function imagesOf(table: FrameworkImageTable, framework: string): readonly FrameworkImage[] {
  const written = known.get(table) ?? new Map<string, readonly FrameworkImage[]>();
  known.set(table, written);
  const images = written.get(framework) ?? writeOut(table, framework);
  written.set(framework, images);
  return images;
}

function writeOut(table: FrameworkImageTable, framework: string): readonly FrameworkImage[] {
  const lines = Object.hasOwn(table.frameworks, framework) ? table.frameworks[framework] : undefined;
  return (lines ?? []).flatMap((line) => {
    const accounts = accountsOf(table, line.registries);
    return combinations(line).map(({ scope, version, base, processor, python }) => ({
      framework,
      version,
      ...(base !== undefined && { base }),
      scope,
      ...(processor !== undefined && { processor }),
      ...(python !== undefined && { python }),
      repository: withTag(line, { version, base, processor, python }),
      accounts,
    }));
  });
}

interface Combination {
  readonly scope: ImageScope;
  readonly version: string;
  readonly base: string | undefined;
  readonly processor: ImageProcessor | undefined;
  readonly python: string | undefined;
}

function combinations({ scopes, versions, bases, processors, pythons }: ImageLine): readonly Combination[] {
  return scopes.flatMap((scope) =>
    versions.flatMap((version) =>
      (bases ?? [undefined]).flatMap((base) =>
        (processors ?? [undefined]).flatMap((processor) =>
          (pythons ?? [undefined]).map((python) => ({ scope, version, base, processor, python })),
        ),
      ),
    ),
  );
}

function withTag({ repository, tag }: ImageLine, parts: Omit<Combination, 'scope'>): string {
  const written = tag
    .replace('{version}', parts.version)
    .replace('{base}', parts.base?.replace(/^[a-z]+/, '') ?? '')
    .replace('{processor}', parts.processor ?? '')
    .replace('{python}', parts.python ?? '');
  return written === '' ? repository : `${repository}:${written}`;
}

function accountsOf(table: FrameworkImageTable, name: string): ReadonlyMap<string, string> {
  const accounts = Object.entries(table.registries[name] ?? {});
  return new Map(accounts.flatMap(([account, regions]) => regions.split(' ').map((region) => [region, account])));
}

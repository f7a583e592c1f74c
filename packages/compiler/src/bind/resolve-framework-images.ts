import {
  type DeployValueName,
  type Diagnostic,
  defineDiagnostics,
  type FrameworkImageTable,
  findFrameworkImage,
  frameworkImageUri,
  type ImageLock,
  imagesOf,
  isFrameworkImageUri,
  listNames,
  type Outcome,
  pinImage,
  settle,
} from '@millrace/schema';

/** Messages on images when a definition is bound. */
export const imageBindingDiagnostics = defineDiagnostics('project', {
  'unknown-locked-image': {
    severity: 'warning',
    kind: 'remark',
    message: (p: { uri: string }) =>
      `the lock of images pins ${p.uri}, which is none of AWS's images that Millrace knows`,
    help: () => 'correct or remove the entry in millrace.lock.yaml; an image of your own is pinned in imageUri',
    explanation:
      'The lock file pins the images that stand for "framework:". An entry for another image has no effect, which is easily overlooked when the version of a framework changes or the URI has a slip in it.',
  },
  'image-not-in-region': {
    severity: 'error',
    kind: 'blocking',
    message: (p: { name: string; region: string; regions: readonly string[] }) =>
      `AWS does not serve ${p.name} in ${p.region}`,
    help: (p) => `regions that have it: ${listNames(p.regions)}; or --set ${p.name}=URI`,
    explanation:
      'The images of frameworks and built-in algorithms lie in registries of AWS, one for each region, and not every region has every image. Deploy to a region that has it, choose another version, or copy the image to a registry of your own and name it with imageUri.',
  },
});

const FAMILY = 'image:';

/** What images are resolved with. */
export interface ImageSources {
  readonly region: string;
  readonly table: FrameworkImageTable;
  /** Digests that pin images. */
  readonly lock?: ImageLock;
}

/**
 * The URIs of the `image:` deploy values in a region. Names that the table does not know are left out: they may have
 * been given a value by somebody who knows better.
 */
export function resolveFrameworkImages(
  names: readonly DeployValueName[],
  { region, table, lock = new Map() }: ImageSources,
): Outcome<ReadonlyMap<DeployValueName, string>> {
  const uris = new Map<DeployValueName, string>();
  const diagnostics: Diagnostic[] = [...lock.keys()]
    .filter((uri) => !isFrameworkImageUri(uri, table))
    .map((uri) => imageBindingDiagnostics['unknown-locked-image']({ uri }, { path: [] }));
  for (const name of names.filter((each) => each.startsWith(FAMILY))) {
    const image = findFrameworkImage(name.slice(FAMILY.length), (framework) => imagesOf(table, framework));
    if (image === undefined) continue;
    const uri = frameworkImageUri(image, region);
    if (uri !== undefined) uris.set(name, pinImage(uri, lock));
    else {
      const parameters = { name, region, regions: [...image.accounts.keys()].sort() };
      diagnostics.push(imageBindingDiagnostics['image-not-in-region'](parameters, { path: [] }));
    }
  }
  return settle<ReadonlyMap<DeployValueName, string>>(uris, diagnostics);
}

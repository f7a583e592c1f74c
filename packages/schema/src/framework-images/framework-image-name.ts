import type { FrameworkImage } from './framework-image.js';

/** The parts of a name after framework and version, in the order in which they are left out where they do not matter. */
const QUALIFIERS = ['python', 'processor', 'scope', 'base'] as const;

/**
 * The tail of the deploy value `image:<framework>:<version>` that stands for an image whatever the region. Further
 * parts follow only where framework and version leave a choice: `pytorch:2.1.0:training:gpu`.
 * @param all the images of the framework
 */
export function frameworkImageName(image: FrameworkImage, all: readonly FrameworkImage[]): string {
  let kept: readonly (typeof QUALIFIERS)[number][] = QUALIFIERS;
  for (const qualifier of QUALIFIERS) {
    const fewer = kept.filter((each) => each !== qualifier);
    const meant = all.filter(
      (other) => other.version === image.version && fewer.every((key) => other[key] === image[key]),
    );
    if (meant.every((other) => isSame(other, image))) kept = fewer;
  }
  const parts = [...kept].reverse().flatMap((key) => image[key] ?? []);
  return [image.framework, ...(image.version === '' ? [] : [image.version]), ...parts].join(':');
}

/** The image that the tail of a deploy value `image:…` names; undefined where it names none, or several. */
export function findFrameworkImage(name: string, imagesOf: ImagesOf): FrameworkImage | undefined {
  const [framework = '', ...parts] = name.split(':');
  const found = imagesOf(framework).filter((image) => {
    const own: readonly (string | undefined)[] = [image.base, image.scope, image.processor, image.python];
    const [version, ...qualifiers] = image.version === '' ? ['', ...parts] : parts;
    return version === image.version && qualifiers.every((part) => own.includes(part));
  });
  const [first] = found;
  return first !== undefined && found.every((image) => isSame(image, first)) ? first : undefined;
}

/** Gives the images of a framework. */
export type ImagesOf = (framework: string) => readonly FrameworkImage[];

function isSame(one: FrameworkImage, other: FrameworkImage): boolean {
  return one.repository === other.repository && sameAccounts(one.accounts, other.accounts);
}

function sameAccounts(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return (
    one === other || (one.size === other.size && [...one].every(([region, account]) => other.get(region) === account))
  );
}

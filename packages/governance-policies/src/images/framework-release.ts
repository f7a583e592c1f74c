import { parseEcrImage } from './image-uri.js';

/** Which framework an image brings, as far as its name says. */
export interface FrameworkRelease {
  /** `pytorch`, `sagemaker-xgboost`: the repository without its purpose. */
  readonly framework: string;
  /** Major and minor: `2.1`. */
  readonly release: string;
}

const PURPOSE = /-(?:training|inference|processing)(?=-|$)/;

/** Undefined where the name says no version: of own images, of digests, of what is not known before deployment. */
export function frameworkRelease(image: string): FrameworkRelease | undefined {
  const [, symbolic, symbolicVersion] = /^<image:([^:>]+):([^:>]+)/.exec(image) ?? [];
  const named = parseEcrImage(image);
  const framework = symbolic ?? named?.repository.replace(PURPOSE, '');
  const release = /^\d+\.\d+/.exec(symbolicVersion ?? named?.tag ?? '')?.[0];
  return framework === undefined || release === undefined ? undefined : { framework, release };
}

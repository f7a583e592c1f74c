/** The image lists of the SageMaker SDK, `image_uri_config/*.json`, by the name of the framework. */
export interface PublishedImages {
  readonly sdkVersion: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly frameworks: Readonly<Record<string, PublishedFramework>>;
}

/** One list: either with its scopes at the top, or with one such list for each scope. */
export type PublishedFramework = PublishedScope | Readonly<Record<string, PublishedScope>>;

/** Versions of a framework for one purpose. */
export interface PublishedScope {
  readonly scope?: readonly string[];
  readonly processors?: readonly string[];
  readonly version_aliases?: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, PublishedVersion>>;
}

/** A version; with `registries` an image, otherwise images by Python version or, for Hugging Face, by base framework. */
export interface PublishedVersion {
  readonly registries?: Readonly<Record<string, string>>;
  readonly repository?: string;
  readonly processors?: readonly string[];
  readonly py_versions?: readonly string[];
  readonly tag_prefix?: string;
  readonly container_version?: Readonly<Record<string, string>>;
  readonly version_aliases?: Readonly<Record<string, string>>;
  readonly [nested: string]: unknown;
}

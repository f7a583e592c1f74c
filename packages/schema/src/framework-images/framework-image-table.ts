/**
 * AWS's own container images, as the SageMaker Python SDK lists them (its `image_uri_config`).
 * Made by `tools/src/generate-framework-images`; dated, because AWS adds images faster than Millrace is released.
 */
export interface FrameworkImageTable {
  readonly origin: ImageTableOrigin;
  /** Registries by the name of their set: regions (separated by spaces) by the account that serves them. */
  readonly registries: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Images by the name that the SDK gives to a framework or algorithm. */
  readonly frameworks: Readonly<Record<string, readonly ImageLine[]>>;
}

/** Where a table comes from. */
export interface ImageTableOrigin {
  /** Version of the SDK. */
  readonly sdkVersion: string;
  /** `YYYY-MM-DD`: the day on which that was the newest. */
  readonly date: string;
}

/** Images that differ in nothing but what their tag says: version, processor, Python. */
export interface ImageLine {
  /** What the images are for, in the SDK's words. */
  readonly scopes: readonly ImageScope[];
  /** Versions, short ones that the SDK knows as aliases included; they stand in the tag as they are. */
  readonly versions: readonly string[];
  /** Hugging Face only: the library below, as `pytorch2.1.0`, and its short forms. */
  readonly bases?: readonly string[];
  readonly repository: string;
  /** Name of a set in `registries`. */
  readonly registries: string;
  /** Absent where one image serves any machine. */
  readonly processors?: readonly ImageProcessor[];
  /** Python versions; absent where the tag names none. */
  readonly pythons?: readonly string[];
  /** The tag, with the places `{version}`, `{base}` (the number in it), `{processor}` and `{python}`; empty: no tag. */
  readonly tag: string;
}

/** What an image is for. */
export const IMAGE_SCOPES = ['training', 'inference', 'inference_graviton', 'processing', 'monitoring'] as const;
export type ImageScope = (typeof IMAGE_SCOPES)[number];

/** The accelerators of the table. Neuron images (inf, trn) have rules of their own and are not in it. */
export const IMAGE_PROCESSORS = ['cpu', 'gpu'] as const;
export type ImageProcessor = (typeof IMAGE_PROCESSORS)[number];

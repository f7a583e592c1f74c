/** What a framework image of SageMaker brings beside Python, as far as a script can be expected to import it. */
export interface ImageLibraries {
  /** With the version of the image. */
  readonly pinned: readonly string[];
  /** For a Python that has no wheels of those versions. */
  readonly unpinned: readonly string[];
}

type Pins = (version: string) => readonly string[];

/** NumPy 2 broke the binary interface that packages of before 2024 were built against. */
const OLD_NUMPY = 'numpy<2';

const scikitLearn: Pins = (version) => [
  `scikit-learn==${version}.*`,
  'pandas',
  minorOf(version) < 4 ? OLD_NUMPY : 'numpy',
  'scipy',
  'joblib',
];

const xgboost: Pins = (version) => [`xgboost==${version}.*`, 'scikit-learn', 'pandas', OLD_NUMPY, 'scipy'];

/** By name of the image's repository: AWS's, and the short one that stands for it in local runs. */
const LIBRARIES: Readonly<Record<string, Pins>> = {
  'sagemaker-scikit-learn': scikitLearn,
  sklearn: scikitLearn,
  'sagemaker-xgboost': xgboost,
  xgboost,
};

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}

const IMAGE = /(?:^|\/)([^/:@]+)(?::v?(\d+)\.(\d+))/;

/** The libraries of an image, or undefined for images whose content is not known. */
export function imageLibraries(image: string): ImageLibraries | undefined {
  const [, repository = '', major, minor] = IMAGE.exec(image) ?? [];
  const pins = Object.hasOwn(LIBRARIES, repository) ? LIBRARIES[repository] : undefined;
  if (pins === undefined || major === undefined || minor === undefined) return undefined;
  const pinned = pins(`${major}.${minor}`);
  return { pinned, unpinned: pinned.map(packageName) };
}

/** The name of a requirement, as package indexes compare it: `Scikit_Learn[x]==1.2` is `scikit-learn`. */
export function packageName(requirement: string): string {
  const [name = ''] = requirement.trim().split(/[\s[<>=!~;@]/);
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

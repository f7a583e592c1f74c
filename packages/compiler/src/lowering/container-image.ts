import {
  type DeployValueName,
  deployValue,
  type FrameworkSetting,
  frameworkImageName,
  imagesOf,
  type Path,
  type SpecValue,
} from '@millrace/schema';
import { chooseFrameworkImage, type ImagePurpose, type ImageWish } from '../images/choose-framework-image.js';
import { type Draft, placed } from './draft.js';
import { knownText } from './known-text.js';
import type { LoweringContext } from './lowering-context.js';

/** The two ways in which a body names its image, and what the choice of AWS's image depends on. */
export interface ContainerImage {
  readonly body: { readonly imageUri?: SpecValue | undefined; readonly framework?: FrameworkSetting | undefined };
  /** The place of the body. */
  readonly path: Path;
  readonly purpose: ImagePurpose;
  readonly instanceType: SpecValue | undefined;
  /** The place to name for `framework`; default: that key of the body. */
  readonly frameworkPath?: Path;
}

/** The image of a container: as it is given, or the deploy value that stands for AWS's image of a framework. */
export function containerImage(container: ContainerImage, context: LoweringContext): Draft | undefined {
  const { body, path, purpose, instanceType, frameworkPath } = container;
  if (body.framework === undefined) return context.text(body.imageUri, [...path, 'imageUri']);
  const at = frameworkPath ?? [...path, 'framework'];
  const wish = { setting: body.framework, purpose, instanceType: knownText(instanceType, context), path: at };
  const name = imageName(wish, context);
  return name === undefined ? undefined : placed(at, deployValue(name));
}

function imageName(wish: ImageWish, context: LoweringContext): DeployValueName | undefined {
  const { path: _, ...question } = wish;
  const asked = JSON.stringify(question);
  const known = context.imageNames.get(asked);
  if (known !== undefined) return known;
  const { value: image, diagnostics } = chooseFrameworkImage(wish, context.images);
  context.diagnostics.push(...diagnostics);
  if (image === undefined) return undefined;
  const name: DeployValueName = `image:${frameworkImageName(image, imagesOf(context.images, image.framework))}`;
  context.imageNames.set(asked, name);
  return name;
}

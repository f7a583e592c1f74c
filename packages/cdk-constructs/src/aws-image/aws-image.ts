import { type FrameworkImage, findFrameworkImage, frameworkImageUri, imagesOf } from '@millrace/schema';
import { frameworkImages } from '@millrace/schema/framework-image-data';
import { Aws, CfnMapping, Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** One of AWS's own container images, in the region of a stack. */
export interface AwsImage {
  readonly uri: string;
  /** Of its repository, which is in an account of AWS. */
  readonly repositoryArn: string;
}

/**
 * An image by its name in the table of AWS's images: `model-monitor`, `clarify:1.0`. Where the region is only known at
 * deployment, a mapping of the template has it for all regions.
 * @throws Error where AWS has no such image in the region
 */
export function awsImage(scope: Construct, name: string): AwsImage {
  const { region, partition } = Stack.of(scope);
  const image = findFrameworkImage(name, (framework) => imagesOf(frameworkImages, framework));
  if (image === undefined) throw new Error(`${scope.node.path}: AWS has no image ${name}`);
  const { uri, account } = Token.isUnresolved(region) ? mapped(scope, name, image) : fixed(scope, image, region);
  const repository = image.repository.replace(/:.*$/, '');
  return { uri, repositoryArn: `arn:${partition}:ecr:${region}:${account}:repository/${repository}` };
}

interface Place {
  readonly uri: string;
  readonly account: string;
}

function fixed(scope: Construct, image: FrameworkImage, region: string): Place {
  const uri = frameworkImageUri(image, region);
  const account = image.accounts.get(region);
  if (uri !== undefined && account !== undefined) return { uri, account };
  const regions = [...image.accounts.keys()].sort().join(', ');
  throw new Error(`${scope.node.path}: AWS has no image ${image.framework} in ${region}. It has it in ${regions}.`);
}

/** One mapping for each image of a stack. */
function mapped(scope: Construct, name: string, image: FrameworkImage): Place {
  const stack = Stack.of(scope);
  const id = `AwsImage${name.replace(/\W/g, '')}`;
  const existing = stack.node.tryFindChild(id);
  const mapping = existing instanceof CfnMapping ? existing : new CfnMapping(stack, id, { mapping: byRegion(image) });
  return { uri: mapping.findInMap(Aws.REGION, 'Uri'), account: mapping.findInMap(Aws.REGION, 'Account') };
}

function byRegion(image: FrameworkImage): Record<string, Record<string, string>> {
  const regions = [...image.accounts].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    regions.map(([region, account]) => [region, { Uri: frameworkImageUri(image, region) ?? '', Account: account }]),
  );
}

/** An image of a private registry of ECR. Parts that are not known before deployment stand in it as `<name>` and `…`. */
export interface EcrImage {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

const ECR =
  /^(?<account>[^./]+)\.dkr[.-]ecr(?:-fips)?\.(?<region>[^.]+|<region>)\.[^/]+\/(?<repository>[^:@]+)(?::(?<tag>[^@]+))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;

/** Undefined for images of other registries, and for what is no image. */
export function parseEcrImage(uri: string): EcrImage | undefined {
  const { account, region, repository, tag, digest } = ECR.exec(uri)?.groups ?? {};
  if (account === undefined || region === undefined || repository === undefined) return undefined;
  return { account, region, repository, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}

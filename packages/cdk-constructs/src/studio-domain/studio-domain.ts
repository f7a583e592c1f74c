import { ssmParameterName } from '@millrace/compiler';
import { Aspects, CfnResource, type IAspect, Stack, TagManager, Token } from 'aws-cdk-lib';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct, IConstruct } from 'constructs';
import { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';
import { standardDeployValues } from '../deploy-values/standard-deploy-values.js';
import { refuse } from '../refuse/refuse.js';

/** Settings of {@link StudioDomain}. */
export interface StudioDomainProps {
  /** As `d-abc123def456`; may be a token, or the value of a parameter of the Systems Manager. */
  readonly domainId: string;
  /** @default - the ARN that the id has in account and region of what is tagged */
  readonly domainArn?: string;
  /** @default - no tag of a project */
  readonly projectName?: string;
}

/** Where MDAA's module of Studio domains has published the id of a domain. */
export interface PublishedStudioDomain {
  /** @default 'millrace' */
  readonly org?: string;
  /** MDAA's word for a group of modules, no domain of Studio. */
  readonly domain: string;
  readonly moduleName: string;
  /** @default - no tag of a project */
  readonly projectName?: string;
}

/**
 * A domain of SageMaker Studio that was there before, as far as resources are counted as its own. Studio, roles that are
 * isolated by domain, and bills go by these tags ("Multiple domains overview", "Domain resource isolation").
 */
export class StudioDomain {
  /** A domain whose id is in the parameter `/{org}/{domain}/{module}/domain/id`, as MDAA's module publishes it. */
  static fromParameter(scope: Construct, published: PublishedStudioDomain): StudioDomain {
    const { org, domain, moduleName, projectName } = published;
    const values = { domain, module_name: moduleName, ...(org !== undefined && { org }) };
    const tokens = standardDeployValues(scope, { environment: domain, projectName: moduleName, values });
    const name = new DeployValueBinder(scope, tokens).text(ssmParameterName({ family: 'domain' }, 'id'));
    const domainId = ssm.StringParameter.valueForStringParameter(scope, name);
    return new StudioDomain({ domainId, ...(projectName !== undefined && { projectName }) });
  }

  constructor(private readonly props: StudioDomainProps) {}

  /**
   * Tags what SageMaker shows, below and including `construct`: resources of SageMaker, and nothing else.
   * @throws Error where id or ARN are none of a domain
   */
  tag(construct: IConstruct): void {
    const { domainId, domainArn, projectName } = this.props;
    refuse(construct, [
      ...wrongText('domainId', domainId, { pattern: /^d-[a-z0-9-]{1,61}$/, as: 'd-abc123def456' }),
      ...wrongText('domainArn', domainArn, {
        pattern: /^arn:aws[a-z-]*:sagemaker:[a-z0-9-]+:\d{12}:domain\/d-/,
        as: 'arn:aws:sagemaker:eu-west-1:123456789012:domain/d-abc123def456',
      }),
    ]);
    const resourceName = domainId;
    const arn = domainArn ?? Stack.of(construct).formatArn({ service: 'sagemaker', resource: 'domain', resourceName });
    Aspects.of(construct).add(
      new SageMakerTags({
        'sagemaker:domain-id': domainId,
        'sagemaker:domain-arn': arn,
        ...(projectName !== undefined && { 'sagemaker:project-name': projectName }),
      }),
    );
  }
}

/** Tags all resources of SageMaker that can have tags, also those of types that come later. */
class SageMakerTags implements IAspect {
  constructor(private readonly tags: Readonly<Record<string, string>>) {}

  visit(node: IConstruct): void {
    if (!CfnResource.isCfnResource(node) || !node.cfnResourceType.startsWith('AWS::SageMaker::')) return;
    const manager = TagManager.of(node);
    for (const [key, value] of Object.entries(this.tags)) manager?.setTag(key, value);
  }
}

function wrongText(prop: string, given: string | undefined, { pattern, as }: { pattern: RegExp; as: string }) {
  if (given === undefined || Token.isUnresolved(given) || pattern.test(given)) return [];
  return [{ prop, given, allowed: `text as ${as}`, help: 'Studio shows it on the page of the domain.' }];
}

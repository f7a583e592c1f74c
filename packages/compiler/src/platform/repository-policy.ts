import { accountPrincipals, MODEL_EXECUTION_ROLES, roleArns } from './consumer-roles.js';
import type { PlatformText, PolicyStatement } from './platform-model.js';

/**
 * The policy of an ECR repository whose images serve models in other accounts: they pull, and nothing else. A policy of
 * a repository names no resources (Amazon ECR User Guide, "Private repository policies").
 */
export function repositoryPolicy(consumers: readonly PlatformText[]): readonly PolicyStatement[] {
  if (consumers.length === 0) return [];
  return [
    {
      sid: 'ConsumersPullImages',
      effect: 'Allow',
      principals: accountPrincipals(consumers),
      actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      resources: [],
      conditions: { ArnLike: { 'aws:PrincipalArn': roleArns(consumers, MODEL_EXECUTION_ROLES) } },
      why: 'other accounts run models with images of this one',
    },
  ];
}

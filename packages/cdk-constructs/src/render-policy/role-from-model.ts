import type { RoleModel } from '@millrace/compiler';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { policyPages } from '../policy-pages/policy-pages.js';
import type { PolicyRenderer } from './policy-renderer.js';

/** Settings of {@link RoleFromModel}. */
export interface RoleFromModelProps {
  readonly model: RoleModel;
  readonly renderer: PolicyRenderer;
  /** The most that the role may ever do, whatever its policies say. */
  readonly permissionsBoundary?: iam.IManagedPolicy;
  /** Default: CloudFormation names the role. */
  readonly roleName?: string;
}

/**
 * A role that the compiler computed, with its statements as managed policies, as many as IAM needs for them: the rule
 * packs of NIST 800-53, HIPAA and PCI take no inline policies.
 */
export class RoleFromModel extends iam.Role {
  constructor(scope: Construct, id: string, { model, renderer, permissionsBoundary, roleName }: RoleFromModelProps) {
    super(scope, id, {
      // Replaced below: a trust policy may have conditions that a principal of the CDK cannot express in one statement.
      assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com'),
      description: model.description,
      ...(permissionsBoundary && { permissionsBoundary }),
      ...(roleName !== undefined && { roleName }),
    });
    const resource = this.node.defaultChild;
    if (!(resource instanceof iam.CfnRole)) throw new Error(`${this.node.path}: a role without its resource`);
    resource.assumeRolePolicyDocument = renderer.document(model.trust);
    const statements = model.statements.map((statement) => renderer.statement(statement));
    for (const [index, page] of policyPages(this, this, statements).entries()) {
      const policy = new iam.ManagedPolicy(this, index === 0 ? 'Policy' : `Policy${index + 1}`, {
        document: new iam.PolicyDocument({ minimize: false, statements: [...page] }),
        description: model.description,
        roles: [this],
      });
      renderer.acknowledgeWildcards(policy, model.statements, page);
    }
  }
}

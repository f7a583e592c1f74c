import { ssmParameterName } from '@millrace/compiler';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { DeployValueBinder } from '../deploy-values/deploy-value-binder.js';
import { standardDeployValues } from '../deploy-values/standard-deploy-values.js';
import type { ParameterOwner } from '../model-endpoint/endpoint-parameters.js';

/** What is published of the monitors of an endpoint. */
export interface MonitoringParametersProps {
  readonly owner: ParameterOwner;
  readonly environment: string;
  readonly projectName: string;
  readonly endpointName: string;
  readonly values: Readonly<Record<'monitor-schedule-count' | 'monitor-schedule-arns' | 'output-bucket-name', string>>;
}

/**
 * Parameters of the Systems Manager by which other stacks find monitors:
 * `/{org}/{domain}/{module}/model-monitoring/{endpoint}/monitor-schedule-arns` and so on, the names of MDAA's monitoring
 * module.
 */
export class MonitoringParameters extends Construct {
  constructor(scope: Construct, id: string, props: MonitoringParametersProps) {
    super(scope, id);
    const { owner, environment, projectName, endpointName } = props;
    const named = Object.entries({ org: owner.org, domain: owner.domain, module_name: owner.moduleName });
    const values = Object.fromEntries(named.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
    const binder = new DeployValueBinder(this, standardDeployValues(this, { environment, projectName, values }));
    const subject = { family: 'model-monitoring', subject: endpointName };
    for (const [key, stringValue] of Object.entries(props.values)) {
      const parameterName = binder.text(ssmParameterName(subject, key));
      new ssm.StringParameter(this, key, { parameterName, stringValue, simpleName: false });
    }
  }
}

import type { JsonObject, Path } from '@millrace/schema';

/** A resource of a CloudFormation template. */
export interface TemplateResource {
  readonly logicalId: string;
  /** `AWS::SageMaker::Pipeline` */
  readonly type: string;
  /** Empty where the template gives none. */
  readonly properties: JsonObject;
  /** `['Resources', logicalId]`; its properties stand at `[...path, 'Properties']`. */
  readonly path: Path;
  /** `Stack/Pipeline/Resource`, where the CDK wrote it into the metadata; else the logical id. */
  readonly construct: string;
  /** Empty where the template gives none. */
  readonly metadata: JsonObject;
}

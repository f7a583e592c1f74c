import { defineDiagnostics } from '@millrace/schema';

/** Messages about pipelines in templates whose definition cannot be looked into. */
export const templateDiagnostics = defineDiagnostics('policy', {
  'no-definition': {
    severity: 'error',
    kind: 'refusal',
    message: (p: { pipeline: string; problem: string }) =>
      `the pipeline "${p.pipeline}" has no definition that could be checked: ${p.problem}`,
    help: () =>
      'PipelineDefinition takes { PipelineDefinitionBody: … }, the text of a definition of version 2020-12-01',
    explanation:
      'An AWS::SageMaker::Pipeline has its definition as text, in PipelineDefinition.PipelineDefinitionBody. Functions of CloudFormation may stand in that text wherever a value may; everything around them has to be the JSON of a definition. Where it is not, SageMaker refuses the pipeline when the stack is deployed, and no rule can look into it.',
  },
  'unseen-definition': {
    severity: 'warning',
    kind: 'remark',
    message: (p: { pipeline: string; where: string }) =>
      `no rule looks into the definition of the pipeline "${p.pipeline}": it ${p.where}`,
    help: () =>
      'put the definition into the template as PipelineDefinitionBody, or check its file: millrace check definition.json',
    explanation:
      'A template may name a definition that lies in S3 (PipelineDefinitionS3Location), take its text from a parameter, or from another stack. Then the template does not say what the pipeline does, and the governance rules on definitions say nothing of it. Put the definition into the template, or check the file that is uploaded.',
  },
});

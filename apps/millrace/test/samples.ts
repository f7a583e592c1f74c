/** A small pipeline: prepare, train, evaluate, decide, register. Every image and role is spelled out, so nothing local is needed. */
export const SPEC = `projectName: churn
modelPackageGroupName: churn
pipeline:
  parameters:
    - { name: MinAuc, type: Float, defaultValue: 0.8 }
  steps:
    - name: Prepare
      type: Processing
      processing:
        imageUri: 123456789012.dkr.ecr.us-east-1.amazonaws.com/prepare:1
        instanceType: ml.m5.large
        scriptS3Uri: s3://test-bucket/prepare.py
        inputs: [{ inputName: raw, s3Uri: "s3://test-bucket/raw.csv" }]
        outputs: [{ outputName: train }, { outputName: test }]
    - name: Train
      type: Training
      training:
        imageUri: 123456789012.dkr.ecr.us-east-1.amazonaws.com/train:1
        instanceType: ml.m5.large
        inputChannels: [{ channelName: train, stepOutput: Prepare.train }]
    - name: Evaluate
      type: Processing
      processing:
        imageUri: 123456789012.dkr.ecr.us-east-1.amazonaws.com/train:1
        instanceType: ml.m5.large
        scriptS3Uri: s3://test-bucket/evaluate.py
        inputs:
          - { inputName: model, stepOutput: Train.modelArtifacts }
          - { inputName: test, stepOutput: Prepare.test }
        outputs: [{ outputName: report }]
        propertyFiles: [{ propertyFileName: Report, outputName: report, filePath: report.json }]
    - name: GoodEnough
      type: Condition
      condition:
        conditions:
          - operator: GreaterThanOrEqualTo
            stepName: Evaluate
            propertyFile: Report
            jsonPath: metrics.auc
            threshold: { parameter: MinAuc }
        ifSteps: [Register]
        elseSteps: [TooWeak]
    - name: Register
      type: RegisterModel
      register:
        imageUri: 123456789012.dkr.ecr.us-east-1.amazonaws.com/infer:1
        modelDataStep: Train
        approvalStatus: PendingManualApproval
        contentTypes: [text/csv]
        responseTypes: [text/csv]
        inferenceInstanceTypes: [ml.m5.large]
    - name: TooWeak
      type: Fail
      fail: { message: AUC is too low }
`;

/** A definition by hand, as any other tool may write it. */
export const DEFINITION = JSON.stringify(
  {
    Version: '2020-12-01',
    Parameters: [{ Name: 'Reason', Type: 'String', DefaultValue: 'no reason' }],
    Steps: [{ Name: 'Stop', Type: 'Fail', Arguments: { ErrorMessage: { Get: 'Parameters.Reason' } } }],
  },
  undefined,
  2,
);

/** A definition that SageMaker refuses, and that can be run all the same. */
export const REFUSED_DEFINITION = JSON.stringify({
  Version: '2020-12-01',
  Steps: [{ Name: 'Make', Type: 'Model', Arguments: { ExecutionRoleArn: 'nobody', PrimaryContainer: { Image: 'i' } } }],
});

/** A definition with a step of a type that SageMaker may have tomorrow. */
export const NEWER_DEFINITION = JSON.stringify({
  Version: '2020-12-01',
  Steps: [
    { Name: 'Search', Type: 'QuantumSearch', Arguments: { Depth: 3 } },
    {
      Name: 'Tell',
      Type: 'Lambda',
      FunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:tell',
      OutputParameters: [],
      Arguments: { found: { Get: 'Steps.Search.Answer.Text' } },
    },
  ],
});

import type { SageMakerStepType } from './step-type-names.js';

/** A list of a step that references address by a name of its entries instead of by index. */
export interface KeyedList {
  /** How a reference gets there: `.ProcessingOutputConfig.Outputs`. */
  readonly reference: string;
  /** Where the step declares the entries, from the step down. */
  readonly declaredAt: readonly string[];
  /** The member of an entry that is its name. */
  readonly key: string;
  /** Where the entry is an output: the property that holds its value. */
  readonly output?: string;
  /** Where an entry states the type of its value: the member that does. */
  readonly type?: string;
  /** True where entries may exist that the step does not declare, unless it declares some. */
  readonly open?: boolean;
}

const OUTPUT_PARAMETERS: KeyedList = {
  reference: '.OutputParameters',
  declaredAt: ['OutputParameters'],
  key: 'OutputName',
  output: '',
  type: 'OutputType',
};

/**
 * The keyed lists of step types, those that Millrace does not run included, so that references to
 * them are linked honestly (facts/sagemaker-pipelines, sections 2.2 and 3.2).
 */
export const KEYED_LISTS: { readonly [T in SageMakerStepType]?: readonly KeyedList[] } = {
  Processing: [
    {
      reference: '.ProcessingOutputConfig.Outputs',
      declaredAt: ['Arguments', 'ProcessingOutputConfig', 'Outputs'],
      key: 'OutputName',
      output: '.S3Output.S3Uri',
    },
    { reference: '.ProcessingInputs', declaredAt: ['Arguments', 'ProcessingInputs'], key: 'InputName' },
  ],
  Training: [
    {
      // Built-in algorithms have metrics of their own.
      reference: '.FinalMetricDataList',
      declaredAt: ['Arguments', 'AlgorithmSpecification', 'MetricDefinitions'],
      key: 'Name',
      open: true,
    },
  ],
  Lambda: [OUTPUT_PARAMETERS],
  Callback: [OUTPUT_PARAMETERS],
  Lineage: [
    { reference: '.ActionArns', declaredAt: ['Arguments', 'Actions'], key: 'ActionName' },
    { reference: '.ArtifactArns', declaredAt: ['Arguments', 'Artifacts'], key: 'ArtifactName' },
    { reference: '.ContextArns', declaredAt: ['Arguments', 'Contexts'], key: 'ContextName' },
  ],
};

import {
  type CheckedGraph,
  type DeployValueName,
  type DescribeTrees,
  type Diagnostic,
  deployValue,
  describeStepPath,
  type FrameworkImageTable,
  type GraphNode,
  InternalError,
  isJoinedOutput,
  isRawStep,
  type Json,
  type NetworkConfig,
  type Path,
  type PipelineSpec,
  type PropertyPath,
  type SpecParameter,
  type SpecStep,
  type SpecValue,
  type StepOutput,
} from '@millrace/schema';
import type { CodeBundle } from '../code/code-bundle.js';
import type { LocalFiles } from '../code/local-files.js';
import { outputTypesOf } from '../link/link-outputs.js';
import { type Draft, placed } from './draft.js';
import { lowerDeployTimeValue, lowerValue, type ValueScope, type WantedType } from './lower-value.js';
import type { IndexedStep } from './step-place.js';

/** What is given to lower a spec: the spec, its checked graph, and the files beside it. */
export interface LoweringInput {
  readonly spec: PipelineSpec;
  readonly graph: CheckedGraph;
  readonly files: LocalFiles;
  /** AWS's `Describe*` trees, for the types of properties. */
  readonly trees: DescribeTrees;
  /** AWS's own images, for `framework`. */
  readonly images: FrameworkImageTable;
}

/** Lowers a step of any type; handed in, because branches hold steps, which hold branches. */
export type StepLowerer = (step: IndexedStep, context: LoweringContext) => Draft;

/** What the lowering of all steps shares: look-ups of the spec, and what it gathers on its way. */
export class LoweringContext implements ValueScope {
  readonly spec: PipelineSpec;
  readonly files: LocalFiles;
  readonly images: FrameworkImageTable;
  /** Images that were chosen already, by what was asked: many steps ask the same. */
  readonly imageNames = new Map<string, DeployValueName>();
  /** Gathered while lowering: problems that need more than one part of the spec. */
  readonly diagnostics: Diagnostic[] = [];
  /** Gathered while lowering: local code, once by content. */
  readonly code = new Map<string, CodeBundle>();
  readonly #parameters: ReadonlyMap<string, SpecParameter>;
  readonly #nodes: ReadonlyMap<string, GraphNode>;
  readonly #steps: ReadonlyMap<string, IndexedStep>;
  readonly #lowerStep: StepLowerer;
  readonly #trees: DescribeTrees;

  constructor({ spec, graph, files, trees, images }: LoweringInput, lowerStep: StepLowerer) {
    this.#lowerStep = lowerStep;
    this.#trees = trees;
    this.spec = spec;
    this.files = files;
    this.images = images;
    this.#parameters = new Map(spec.pipeline.parameters?.map((parameter) => [parameter.name, parameter]));
    this.#nodes = new Map(graph.nodes.map((node) => [node.name, node]));
    this.#steps = new Map(spec.pipeline.steps.map((step, index) => [step.name, { step, index }]));
  }

  output(step: string, output: string): StepOutput {
    const found = this.#nodes.get(step)?.outputs.get(output);
    if (found === undefined) throw new InternalError(`the checked graph has no output ${step}.${output}`);
    return found;
  }

  propertyFile(step: string, file: string) {
    const found = this.#nodes.get(step)?.propertyFiles.find(({ name }) => name === file);
    if (found === undefined) throw new InternalError(`the checked graph has no property file ${step}.${file}`);
    return found;
  }

  parameterType(name: string) {
    return this.#parameter(name)?.type;
  }

  /** The default of a parameter; undefined where it has none. */
  parameterDefault(name: string) {
    return this.#parameter(name)?.defaultValue;
  }

  #parameter(name: string) {
    return this.#parameters.get(name);
  }

  isText(step: string, path: PropertyPath): boolean | undefined {
    const type = this.#nodes.get(step)?.type;
    const described = type === undefined ? undefined : describeStepPath(this.#trees, { type, path });
    if (described?.ok !== true || described.type === 'Any') return undefined;
    return described.type === 'String' || described.type === 'Timestamp';
  }

  isTextOutput(step: string, output: string): boolean | undefined {
    const specified = this.specStep(step);
    const declared = specified && outputTypesOf(specified.step).get(output);
    if (declared !== undefined) return declared === 'String';
    const source = this.output(step, output);
    return isJoinedOutput(source) || this.isText(step, source);
  }

  /** A step by its name; undefined for steps in SageMaker's words, and for those inside of them. */
  specStep(name: string): IndexedStep<SpecStep> | undefined {
    const found = this.#steps.get(name);
    return found === undefined || isRawStep(found.step) ? undefined : { ...found, step: found.step };
  }

  /** The step of that name in SageMaker's words, for the branches of a condition. */
  lowerStep(name: string): Draft {
    const step = this.#steps.get(name);
    if (step === undefined) throw new InternalError(`the checked graph has no step ${name}`);
    return this.#lowerStep(step, this);
  }

  /** The network of the pipeline. */
  get network(): NetworkConfig | undefined {
    return this.spec.pipeline.networkConfig;
  }

  /** The name of the pipeline: `<projectName>-sm-pipeline` unless the spec gives one. */
  get pipelineName(): readonly Json[] {
    const { pipelineName, projectName } = this.spec;
    return pipelineName === undefined
      ? [lowerDeployTimeValue(projectName), '-sm-pipeline']
      : [lowerDeployTimeValue(pipelineName)];
  }

  /** The bucket of the pipeline: an existing one that the spec names, or the one made at deployment. */
  get bucket(): Json {
    const { pipelineBucketName } = this.spec;
    return pipelineBucketName === undefined ? deployValue('bucket') : lowerDeployTimeValue(pipelineBucketName);
  }

  /** A value with its place; undefined stays undefined. */
  value(value: SpecValue | undefined, path: Path, wanted: WantedType = 'any'): Draft | undefined {
    return lowerValue(value, { path, wanted, scope: this });
  }

  /** Text with its place. */
  text(value: SpecValue | undefined, path: Path): Draft | undefined {
    return this.value(value, path, 'text');
  }

  /** A list of texts, each with its place. */
  texts(values: readonly SpecValue[] | undefined, path: Path): Draft | undefined {
    return values === undefined
      ? undefined
      : placed(
          path,
          values.map((value, index) => this.text(value, [...path, index]) ?? null),
        );
  }

  /** A map of texts, each with its place. */
  textMap(values: Readonly<Record<string, SpecValue>> | undefined, path: Path): Draft | undefined {
    if (values === undefined || Object.keys(values).length === 0) return undefined;
    const entries = Object.entries(values).map(([key, value]) => [key, this.text(value, [...path, key])] as const);
    return placed(path, Object.fromEntries(entries));
  }

  /** Keeps local code for the upload and gives the value that stands for its place in S3. */
  addCode(bundle: CodeBundle): Json {
    this.code.set(bundle.sha256, bundle);
    const name: DeployValueName = `code:${bundle.sha256}`;
    return deployValue(name);
  }
}

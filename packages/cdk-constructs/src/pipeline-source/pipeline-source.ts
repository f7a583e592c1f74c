import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import {
  checkDefinitionText,
  compileSpec,
  findImageLock,
  findProjectConfig,
  nodeFiles,
  type PlatformInput,
  type PlatformWish,
  platformInputOf,
} from '@millrace/compiler';
import { type Diagnostic, loadFrameworkImages, writeJson } from '@millrace/schema';
import type { FrameworkImages } from '../deploy-values/framework-image-values.js';
import { refuseErrors, type SourceText } from './refuse-errors.js';
import { type TakenTokens, takeTokens } from './take-tokens.js';

/** A spec as an object of a TypeScript program; its form is that of `pipeline.yaml`. Any text may hold CDK tokens. */
export type SpecObject = object;

/** Where the files of a spec lie that is no file itself. */
export interface SpecObjectOptions {
  /** The folder that paths of scripts are relative to. Default: the working directory. */
  readonly folder?: string;
}

/** What a definition does not say of its pipeline. */
export type DefinitionOptions = PlatformWish;

/** Everything that a construct knows of a pipeline. */
interface Parts {
  readonly pipeline: PlatformInput;
  readonly images: FrameworkImages;
  readonly warnings: readonly Diagnostic[];
  readonly tokens: TakenTokens['tokens'];
  readonly file: string | undefined;
}

/**
 * A pipeline that went through every check, ready for {@link MlPipeline}. Made before the construct and awaited, because
 * compiling loads AWS's shapes only when they are needed and constructs cannot wait.
 */
export class PipelineSource {
  /** The definition with symbolic deploy values, and what is said beside it. */
  readonly pipeline: PlatformInput;
  readonly images: FrameworkImages;
  /** What is taken and people regret; shown as warnings of the construct. */
  readonly warnings: readonly Diagnostic[];
  /** Tokens of the CDK that stood in the spec, by the deploy value that now stands for each. */
  readonly tokens: TakenTokens['tokens'];
  /** What was read, relative to the folder of its project, with `/`; undefined for objects, and without a project. */
  readonly file: string | undefined;

  private constructor({ pipeline, images, warnings, tokens, file }: Parts) {
    this.pipeline = pipeline;
    this.images = images;
    this.warnings = warnings;
    this.tokens = tokens;
    this.file = file;
  }

  /**
   * Compiles a spec.
   * @param file path of a `pipeline.yaml`
   * @throws Error whose message shows every problem, with file, line and column
   */
  static async fromSpecFile(file: string): Promise<PipelineSource> {
    return fromText({ file, text: readSource(file) }, { folder: dirname(resolve(file)), tokens: new Map() });
  }

  /**
   * Compiles a spec that is an object of the program; its texts and numbers may be tokens.
   * @throws Error whose message shows every problem
   */
  static async fromSpec(spec: SpecObject, { folder = process.cwd() }: SpecObjectOptions = {}): Promise<PipelineSource> {
    const { json, tokens } = takeTokens(spec);
    return fromText({ file: 'spec', text: writeJson(json), isObject: true }, { folder: resolve(folder), tokens });
  }

  /**
   * Takes a definition that someone else wrote: the SageMaker Python SDK, the console, Terraform.
   * @param file path of a JSON file
   * @throws Error whose message shows every problem, with file, line and column
   */
  static async fromDefinitionFile(file: string, options: DefinitionOptions): Promise<PipelineSource> {
    const text = readSource(file);
    return fromDefinitionText({ file, text }, { options, folder: dirname(resolve(file)), tokens: new Map() });
  }

  /**
   * Takes a definition as an object; its texts and numbers may be tokens.
   * @throws Error whose message shows every problem
   */
  static async fromDefinition(definition: object, options: DefinitionOptions): Promise<PipelineSource> {
    const { json, tokens } = takeTokens(definition, 'definition');
    const folder = process.cwd();
    return fromDefinitionText(
      { file: 'definition', text: writeJson(json), isObject: true },
      { options, folder, tokens },
    );
  }

  /** Used by the factories alone. @internal */
  static of(parts: Parts): PipelineSource {
    return new PipelineSource(parts);
  }
}

function readSource(file: string): string {
  const path = resolve(file);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw new Error(`There is no file ${file}: looked for ${path}. Paths start from the working directory.`);
}

interface Place {
  readonly folder: string;
  readonly tokens: TakenTokens['tokens'];
}

async function fromText(source: SourceText, { folder, tokens }: Place): Promise<PipelineSource> {
  const { quotas, lock, fileOf } = surroundings(folder);
  const { value, diagnostics } = await compileSpec(source, { files: nodeFiles(folder), ...quotas });
  const { pipeline, warnings } = refuseErrors({ value, diagnostics }, source);
  const images = { lock, table: await loadFrameworkImages() };
  return PipelineSource.of({ pipeline, warnings, tokens, images, file: fileOf(source) });
}

async function fromDefinitionText(
  source: SourceText,
  { options, folder, tokens }: Place & { readonly options: DefinitionOptions },
): Promise<PipelineSource> {
  const { quotas, lock, fileOf } = surroundings(folder);
  const { value, diagnostics } = await checkDefinitionText(source, quotas);
  const { pipeline, warnings } = refuseErrors({ value, diagnostics }, source);
  return PipelineSource.of({
    pipeline: platformInputOf(pipeline.definition, options),
    warnings,
    tokens,
    images: { lock, table: await loadFrameworkImages() },
    file: fileOf(source),
  });
}

function surroundings(folder: string) {
  const project = findProjectConfig(folder).value;
  const { limits, allowUnknownMembers } = project?.config ?? {};
  const projectFolder = project?.folder;
  const lock = projectFolder === undefined ? undefined : findImageLock(projectFolder).value;
  return {
    lock: lock ?? new Map<string, string>(),
    fileOf: ({ file, isObject = false }: SourceText) =>
      projectFolder === undefined || isObject ? undefined : relative(projectFolder, resolve(file)).replaceAll(sep, '/'),
    quotas: {
      ...(limits === undefined ? {} : { limits }),
      ...(allowUnknownMembers === undefined ? {} : { allowUnknownMembers }),
    },
  };
}

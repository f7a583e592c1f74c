import { basename } from 'node:path';
import { bindDeployValues, type CodeBundle, describeIllTyped, localDeployValue } from '@millrace/compiler';
import {
  type DeployValueName,
  type DeployValueType,
  type Diagnostic,
  type Json,
  type PlainJson,
  toPlainJson,
} from '@millrace/schema';
import type { WorkablePipeline } from '../pipeline/check-pipeline.js';
import type { DeployValueLookup } from '../settings/deploy-values.js';
import { runDiagnostics } from './run-diagnostics.js';

/** A definition in which every deploy value has its local value. */
export interface LocalPipeline {
  readonly definition: PlainJson;
  readonly pipelineName: string;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** The S3 prefix of the model's own `data/` folder; undefined for definitions of others. */
  readonly dataPrefix: string | undefined;
  /** Local scripts and where the definition expects them. */
  readonly code: readonly UploadedCode[];
  /** An error for each value of the wrong type, a remark for each that was invented. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Files that belong below an S3 prefix. */
export interface UploadedCode {
  readonly uri: string;
  readonly files: CodeBundle['files'];
}

/** Binds a pipeline for a run on this machine; given values win over local ones. Never fails for want of a value. */
export function bindLocally(
  pipeline: WorkablePipeline,
  { lookUp, file }: { readonly lookUp: DeployValueLookup; readonly file: string },
): LocalPipeline {
  const invented = new Map<string, string>();
  const codeUris = new Map<string, Json>(pipeline.code.map(({ sha256, uri }) => [`code:${sha256}`, uri]));
  const chooseValue = (name: DeployValueName, type?: DeployValueType): string => {
    const given = lookUp(name);
    if (given !== undefined) return given;
    const code = codeUris.get(name);
    if (code !== undefined) return String(bind(code));
    const local = localDeployValue(name, type);
    if (local.invented) invented.set(name, local.value);
    return local.value;
  };
  const bind = (symbolic: Json) => toPlainJson(bindDeployValues(symbolic, chooseValue).value);
  const { value: definition, illTyped } = bindDeployValues(pipeline.definition, chooseValue);
  return {
    definition: toPlainJson(definition),
    pipelineName: pipeline.pipelineName === undefined ? pipelineNameOf(file) : String(bind(pipeline.pipelineName)),
    account: chooseValue('account'),
    region: chooseValue('region'),
    partition: chooseValue('partition'),
    dataPrefix: pipeline.dataPrefix === undefined ? undefined : String(bind(pipeline.dataPrefix)),
    code: pipeline.code.map(({ sha256, files }) => ({ uri: chooseValue(`code:${sha256}`), files })),
    diagnostics: [
      ...describeIllTyped(illTyped),
      ...[...invented].map(([name, value]) => runDiagnostics['invented-deploy-value']({ name, value }, { path: [] })),
    ],
  };
}

/** The name of a pipeline whose definition says none: that of its file, in the characters that SageMaker allows. */
export function pipelineNameOf(file: string): string {
  const stem = basename(file).replace(/\.[^.]*$/, '');
  const name = stem.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return name === '' ? 'pipeline' : name.slice(0, 256);
}

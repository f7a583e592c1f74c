import { join } from 'node:path';
import { localDeployValue } from '@millrace/compiler';
import type { DataMapping, DryRunRequest } from '@millrace/local-dry-run-simulator';
import { type Diagnostic, hasErrors, locateDiagnostics } from '@millrace/schema';
import type { Invocation } from '../command-line/cli-command.js';
import { commandDiagnostics } from '../command-line/command-diagnostics.js';
import { UsageError } from '../command-line/usage-error.js';
import { type CheckedPipeline, checkPipeline, textsOf, workable } from '../pipeline/check-pipeline.js';
import { bindImages } from '../settings/bind-images.js';

import type { ProjectSettings } from '../settings/read-project.js';
import { readValues } from '../settings/read-values.js';
import { bindLocally, type LocalPipeline, type UploadedCode } from './bind-locally.js';
import type { DryRunOptions } from './dry-run-options.js';
import { readAssumptions } from './read-assumptions.js';
import { readDataMapping } from './read-data-mapping.js';
import { type ReadScenario, readScenarioFile } from './read-scenario-file.js';

/** A dry run that may begin, or the reasons why it may not. */
export interface PreparedRun {
  readonly file: string;
  /** Undefined where something stands in the way. */
  readonly request: DryRunRequest | undefined;
  /** Local scripts that the run may need in local S3. */
  readonly code: readonly UploadedCode[];
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that places lead into. */
  readonly texts: ReadonlyMap<string, string>;
  /** Gives the simulator's diagnostics their places, where they lead into a definition that was read. */
  place(diagnostics: readonly Diagnostic[]): readonly Diagnostic[];
}

/** Reads all that the command line names and checks it. Throws a UsageError for what is wrong with the line itself. */
export async function prepareRun({
  operands: [file = ''],
  options,
  terminal,
}: Invocation<DryRunOptions>): Promise<PreparedRun> {
  const launcher = knownLauncher(options);
  const assumptions = readAssumptions(options.assume);
  const given = (options.data ?? []).map((text) => readDataMapping(text, terminal.workingDirectory));
  const checked = await checkPipeline(file, terminal);
  const values = await readValues(checked, options, terminal);
  const { project, lookUp } = values;
  const scenario = await readScenarioFile(options.scenario, terminal);
  const pipeline = workable(checked, { tolerant: options.strict !== true });
  const common = {
    file,
    texts: new Map([...textsOf(checked), ...scenario.texts, ...values.texts]),
    place: (diagnostics: readonly Diagnostic[]) => placeIn(checked, diagnostics),
  };
  const found = [...checked.diagnostics, ...values.diagnostics, ...scenario.diagnostics];
  if (pipeline === undefined || hasErrors([...values.diagnostics, ...scenario.diagnostics])) {
    return { ...common, request: undefined, code: [], diagnostics: found };
  }
  const images = await bindImages(pipeline.definition, lookUp, {
    region: lookUp('region') ?? localDeployValue('region').value,
    lock: project.lock,
  });
  if (images.value === undefined)
    return { ...common, request: undefined, code: [], diagnostics: [...found, ...images.diagnostics] };
  const local = bindLocally(pipeline, { lookUp: images.value, file });
  if (hasErrors(local.diagnostics))
    return { ...common, request: undefined, code: [], diagnostics: [...found, ...local.diagnostics] };
  const request = {
    ...requestOf(local, { checked, scenario, project }, terminal.workingDirectory),
    launcher,
    assumptions,
    data: [...given, ...project.data],
    ...(options.parameter === undefined ? {} : { parameters: options.parameter }),
  };
  return { ...common, request, code: local.code, diagnostics: [...found, ...images.diagnostics, ...local.diagnostics] };
}

function knownLauncher({ launcher }: DryRunOptions): 'scripted' | 'process' {
  if (launcher !== 'container') return launcher;
  const instead = '--launcher process runs the scripts on this machine, --launcher scripted none';
  throw new UsageError(
    commandDiagnostics['not-supported-yet']({ what: '--launcher container', instead }, { path: [] }),
  );
}

interface Sources {
  readonly checked: CheckedPipeline;
  readonly scenario: ReadScenario;
  readonly project: ProjectSettings;
}

function requestOf(
  local: LocalPipeline,
  { checked, scenario, project }: Sources,
  workingDirectory: string,
): Omit<DryRunRequest, 'launcher'> {
  const { definition, pipelineName, account, region, partition, dataPrefix } = local;
  const { folder } = checked;
  const dataFolder: DataMapping | undefined =
    dataPrefix === undefined ? undefined : { uri: dataPrefix, path: join(folder, 'data') };
  return {
    definition,
    pipelineName,
    account,
    region,
    partition,
    // Never beside a spec in somebody else's folder.
    stateDirectory: join(project.folder ?? workingDirectory, '.millrace'),
    ...(dataFolder === undefined ? {} : { dataFolder }),
    ...parallelismOf(checked),
    ...(scenario.scenario === undefined ? {} : { scenario: scenario.scenario }),
    ...(scenario.document === undefined ? {} : { scenarioDocument: scenario.document }),
  };
}

/** How many steps run at once, which stands beside the definition. */
function parallelismOf({ pipeline }: CheckedPipeline): Pick<DryRunRequest, 'maxParallelSteps'> {
  const most = pipeline?.settings?.request.ParallelismConfiguration?.MaxParallelExecutionSteps;
  return most === undefined ? {} : { maxParallelSteps: most };
}

// The simulator knows the definition only. Of a spec its paths mean nothing to the author.
function placeIn({ language, pipeline }: CheckedPipeline, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (language === 'definition' && pipeline !== undefined) return locateDiagnostics(diagnostics, pipeline.document);
  return diagnostics.map((each) => (each.range === undefined ? { ...each, path: [] } : each));
}

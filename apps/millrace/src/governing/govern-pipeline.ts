import { acknowledgementsOf, bindDeployValues } from '@millrace/compiler';
import { checkDefinitionPolicies, type Policy, tellOnce } from '@millrace/governance-policies';
import { type Json, type Outcome, type PipelineDefinition, succeed } from '@millrace/schema';
import { plural } from '../output/count-diagnostics.js';
import { type CheckedPipeline, checkReadPipeline, textsOf, type WorkablePipeline } from '../pipeline/check-pipeline.js';
import { bindImages } from '../settings/bind-images.js';
import { type GivenValues, readValues } from '../settings/read-values.js';
import type { CheckSetting } from './check-setting.js';
import type { CheckedTarget } from './checked-target.js';
import { readLocalScripts } from './local-scripts.js';
import type { CheckTarget } from './targets/check-target.js';

/** Takes a spec or a definition through every stage, and its definition through the rules of its project. */
export async function governPipeline({ file, read }: CheckTarget, setting: CheckSetting): Promise<CheckedTarget> {
  const { options, terminal, projects } = setting;
  const checked = await checkReadPipeline(file, read, terminal);
  const given = await readValues(checked, options, terminal);
  const governance = await projects.governanceOf(given);
  const { pipeline } = checked;
  const policy = pipeline === undefined ? [] : (governance.policy ?? []);
  const judged = pipeline === undefined ? succeed([]) : await judgePipeline(pipeline, { ...setting, given, policy });
  const found = { findings: judged.value ?? [], diagnostics: [...checked.diagnostics, ...judged.diagnostics] };
  return {
    file: checked.input?.file ?? file,
    what: describe(checked),
    governance,
    policy,
    ...tellOnce(
      found,
      policy.map(({ rule }) => rule),
    ),
    suppressed: pipeline?.settings === undefined ? [] : acknowledgementsOf({ settings: pipeline.settings }),
    texts: textsOf(checked),
  };
}

interface Judging extends CheckSetting {
  readonly given: GivenValues;
  readonly policy: Policy;
}

async function judgePipeline(
  pipeline: WorkablePipeline,
  { given, policy, deployed }: Judging,
): Promise<Outcome<CheckedTarget['findings']>> {
  const bound = await bindWhatIsGiven(pipeline, given);
  if (bound.value === undefined) return { value: undefined, diagnostics: bound.diagnostics };
  const { environment, config } = given.project;
  const findings = checkDefinitionPolicies(bound.value, {
    policy,
    pipelineName: typeof pipeline.pipelineName === 'string' ? pipeline.pipelineName : undefined,
    originOf: pipeline.originOf,
    document: pipeline.document,
    environment,
    limits: config.limits,
    deployed,
    scripts: readLocalScripts(pipeline.code),
  });
  return succeed(findings, bound.diagnostics);
}

/**
 * Puts in what the command line gives, and the images of the region by their digests, as far as the lock has them. What an
 * environment names stays a deploy value: the rules know environments, and say what belongs to them.
 */
async function bindWhatIsGiven(
  { typed }: WorkablePipeline,
  { lookUp, lookUpGiven, project }: GivenValues,
): Promise<Outcome<PipelineDefinition>> {
  // A definition is JSON; its interface has no index signature to say so. Binding puts scalars in place of scalars.
  const symbolic = typed as unknown as Json;
  const images = await bindImages(symbolic, lookUp, { region: lookUp('region'), lock: project.lock });
  if (images.value === undefined) return { value: undefined, diagnostics: images.diagnostics };
  const known = images.value;
  const { value } = bindDeployValues(symbolic, (name) => (name.startsWith('image:') ? known(name) : lookUpGiven(name)));
  return succeed(value as unknown as PipelineDefinition, images.diagnostics);
}

function describe({ pipeline, language }: CheckedPipeline): string {
  return pipeline === undefined
    ? `${language}, not held against the rules`
    : `${language} with ${plural(pipeline.graph.nodes.length, 'step')}`;
}

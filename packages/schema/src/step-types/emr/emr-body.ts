import { z } from 'zod';
import { acrossKeys, type Unchecked } from '../../spec/across-keys.js';
import { awsMembers } from '../../spec/arguments-setting.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { type IssueContext, reportIssue } from '../../spec/report-issue.js';
import { choice, stringified, text } from '../../spec/slots.js';
import { specDiagnostics } from '../../spec/spec-diagnostics.js';
import { SpecValue } from '../../spec/spec-value.js';
import { arn, hasForm } from '../../spec/text-checks.js';

/** The longest text that EMR takes (XmlString of its service model). */
const LONGEST_TEXT = 10_280;

const emrText = (what: string) =>
  text(hasForm({ what, pattern: /\S/, allowed: 'it must not be empty', longest: LONGEST_TEXT }));

const emrStep = authorObject({
  jar: emrText('the jar').describe('Program to run: command-runner.jar, or the S3 URI of a jar.'),
  args: z.array(stringified()).optional().describe('Arguments of the program, as [spark-submit, s3://…/job.py].'),
  mainClass: emrText('the main class').optional().describe('Class to start, where the jar names none.'),
  properties: z.record(z.string(), stringified()).optional().describe('Java properties of the program.'),
  actionOnFailure: choice(['TERMINATE_JOB_FLOW', 'TERMINATE_CLUSTER', 'CANCEL_AND_WAIT', 'CONTINUE'])
    .optional()
    .describe('What becomes of the cluster when the program fails.'),
});

/** The body of an EMR step. Source: facts/sagemaker-pipelines, section 2.2, rule R97. */
export const emrBody = authorObject({
  clusterId: text(hasForm({ what: 'the cluster id', pattern: /^\S+$/, allowed: 'as j-1K48XXXXXXHCB', longest: 256 }))
    .optional()
    .describe('Running cluster that does the work, as j-1K48XXXXXXHCB.'),
  clusterConfig: awsMembers({
    expected: "a map of members of RunJobFlow in AWS's words",
    help: 'for example { ReleaseLabel: emr-7.0.0, Instances: { InstanceGroups: [...] } }',
  })
    .optional()
    .describe("Cluster that is made for the step, in AWS's words (RunJobFlow), with Instances."),
  step: emrStep.describe('What to run: { jar, args, mainClass, properties }.'),
  executionRoleArn: arn('iam').optional().describe('Runtime role of the program, for a running cluster.'),
}).check(
  acrossKeys((body, context) => {
    chooseOne(body, { what: 'an EMR step', keys: ['clusterId', 'clusterConfig'] }, context);
    if (
      body['executionRoleArn'] !== undefined &&
      body['clusterId'] === undefined &&
      body['clusterConfig'] !== undefined
    ) {
      const why = 'the roles of a cluster that is made for the step stand in clusterConfig';
      const parameters = { given: 'executionRoleArn', missing: 'clusterId', why };
      const at = ['executionRoleArn'];
      reportIssue(context, specDiagnostics['missing-companion'], { parameters, at, place: { target: 'key' } });
    }
    checkInstances(body, context);
  }),
);

/** SageMaker needs to know the machines of a new cluster one way or the other; the service model knows the members. */
function checkInstances({ clusterConfig }: Unchecked, context: IssueContext): void {
  if (!isMap(clusterConfig) || !isMap(clusterConfig['Instances'])) return;
  const inside: IssueContext = {
    addIssue: (issue) => context.addIssue({ ...issue, path: ['clusterConfig', 'Instances', ...(issue.path ?? [])] }),
  };
  chooseOne(clusterConfig['Instances'], { what: 'a cluster', keys: ['InstanceGroups', 'InstanceFleets'] }, inside);
}

function isMap(value: unknown): value is Unchecked {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof SpecValue);
}

/** What an author says of an EMR step. */
export type EmrBody = z.output<typeof emrBody>;

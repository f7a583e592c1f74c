import { z } from 'zod';
import { acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne, hasMisspelt } from '../../spec/choose-one.js';
import { reportIssue } from '../../spec/report-issue.js';
import { choice, type Slot, stringified, text } from '../../spec/slots.js';
import { specDiagnostics } from '../../spec/spec-diagnostics.js';
import { literalTextOf } from '../../spec/spec-value.js';
import { formedText, hasForm } from '../../spec/text-checks.js';

/** Names of actions and artifacts (ExperimentEntityName of the service model); those of contexts may have "_" too. */
const entityName = (what: string) =>
  formedText({
    what,
    pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}$/,
    allowed: 'use letters, digits and "-"',
    longest: 120,
  });

const contextName = formedText({
  what: 'the name of the context',
  pattern: /^[a-zA-Z0-9]([-_]*[a-zA-Z0-9]){0,119}$/,
  allowed: 'use letters, digits, "-" and "_"',
  longest: 120,
});

const entity = (name: Slot) => ({
  name: name.describe('Name, unique in its list; the execution id makes it unique in the account.'),
  type: text(hasForm({ what: 'the type', longest: 256 })).describe(
    'Kind of entity in your own words, as ModelTraining.',
  ),
  sourceUri: text(hasForm({ what: 'the source', longest: 2048 })).describe('What it stands for: an S3 URI, an ARN, …'),
  properties: z.record(z.string(), stringified()).optional().describe('Further facts, at most 30.'),
});

const sourceFields = {
  sourceType: text().optional().describe('Kind of the source, as MODEL.'),
  sourceId: text().optional().describe('Id of the source.'),
  description: text(hasForm({ what: 'the description', longest: 3072 }))
    .optional()
    .describe('What it is.'),
};

const action = authorObject({
  ...entity(entityName('the name of the action')),
  ...sourceFields,
  status: choice(['Unknown', 'InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped'])
    .optional()
    .describe('How the action ended.'),
});

const artifact = authorObject(entity(entityName('the name of the artifact')));

const context = authorObject({ ...entity(contextName), ...sourceFields });

const END_KEYS = ['action', 'artifact', 'context', 'arn'];

const end = authorObject({
  action: text().optional().describe('Name of an action of this step.'),
  artifact: text().optional().describe('Name of an artifact of this step.'),
  context: text().optional().describe('Name of a context of this step.'),
  arn: text()
    .optional()
    .describe('ARN of any entity, also one of another step: { property: "Record.ActionArns[\'name\']" }.'),
}).check(acrossKeys((each, issues) => chooseOne(each, { what: 'an end of an association', keys: END_KEYS }, issues)));

const association = authorObject({
  from: end.describe('Where the association begins: what contributed, produced, …'),
  to: end.describe('Where it ends.'),
  type: choice(['ContributedTo', 'AssociatedWith', 'DerivedFrom', 'Produced', 'SameAs'])
    .optional()
    .describe('How the two belong together.'),
});

const LISTS = ['actions', 'artifacts', 'contexts', 'associations'] as const;

/** The body of a Lineage step (SageMaker SDK, `lineage_step.py`): at least one list (rule R100). */
export const lineageBody = authorObject({
  actions: z.array(action).min(1).optional().describe('What was done, such as a training or an evaluation.'),
  artifacts: z.array(artifact).min(1).optional().describe('What was used or made, such as data and models.'),
  contexts: z.array(context).min(1).optional().describe('What belongs together, such as an execution.'),
  associations: z.array(association).min(1).optional().describe('How these belong together.'),
})
  .check(
    acrossKeys((body, issues) => {
      if (LISTS.some((list) => body[list] !== undefined) || hasMisspelt(body, LISTS)) return;
      const what = 'a Lineage step records actions, artifacts, contexts or associations';
      reportIssue(issues, specDiagnostics['missing-key'], { parameters: { key: 'actions', what } });
    }),
  )
  .superRefine((body, issues) => {
    for (const list of ['actions', 'artifacts', 'contexts'] as const) {
      const names = (body[list] ?? []).map(({ name }) => literalTextOf(name));
      for (const [index, name] of names.entries()) {
        if (name === undefined || names.indexOf(name) === index) continue;
        const parameters = { what: `the ${list.slice(0, -1)}`, name };
        reportIssue(issues, specDiagnostics['duplicate-name'], { parameters, at: [list, index, 'name'] });
      }
    }
  });

/** What an author says of a Lineage step. */
export type LineageBody = z.output<typeof lineageBody>;

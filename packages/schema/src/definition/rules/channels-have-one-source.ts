import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import { isJsonObject } from '../../source/json.js';
import type { DefinitionRule } from '../definition-rule.js';
import { looksLikeExpression } from '../expression.js';
import { trainingJobsOf } from '../job-requests.js';
import { listAt, memberAt } from '../member-at.js';

const diagnostics = defineDiagnostics('definition', {
  'channel-source': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R81'],
    message: (p: { given: string }) => `a channel has exactly one data source, but ${p.given}`,
    help: () => 'keep one of S3DataSource, FileSystemDataSource (EFS, FSx for Lustre) and DatasetSource',
    explanation:
      'The data of a training channel comes from S3, from a file system (EFS or FSx for Lustre) or from a data set of the hub; DataSource holds exactly one of the three.',
  },
});

/** The data of a training channel comes from one source. */
export const channelsHaveOneSource: DefinitionRule = {
  rules: ['R81'],
  diagnostics,
  check: function* ({ steps }) {
    for (const { job, path } of steps.flatMap(trainingJobsOf)) {
      for (const [index, channel] of listAt(job, 'InputDataConfig').entries()) {
        const source = memberAt(channel, 'DataSource');
        if (!isJsonObject(source) || looksLikeExpression(source)) continue;
        const found = Object.keys(source).filter((key) => source[key] !== null);
        if (found.length === 1) continue;
        const given = found.length === 0 ? 'none is given' : `${found.join(' and ')} are given`;
        yield diagnostics['channel-source']({ given }, { path: [...path, 'InputDataConfig', index, 'DataSource'] });
      }
    }
  },
};

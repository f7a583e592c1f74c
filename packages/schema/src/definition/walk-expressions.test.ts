import { expect, it } from 'vitest';
import { formatPath } from '../diagnostics/format-path.js';
import { walkExpressions } from './walk-expressions.js';

it('visits every expression, the outer before the inner, with its place and what is around it', () => {
  const value = {
    a: {
      'Std:Join': {
        On: '/',
        Values: ['x', { Get: 'Parameters.A' }, { 'Millrace:Text': ['y', { 'Millrace:DeployValue': 'bucket' }] }],
      },
    },
    b: [{ 'Std:JsonGet': { PropertyFile: { Get: 'Steps.S.PropertyFiles.F' }, Path: 'c' } }],
    c: { Get: 'Parameters.A', Other: 1 },
  };
  const visited: string[] = [];
  walkExpressions(value, ['root'], ({ expression, path, inside }) => {
    visited.push(`${expression.kind} ${formatPath(path)} ${inside?.expression.kind ?? '-'}`);
  });
  expect(visited).toEqual([
    'join root.a -',
    'get root.a["Std:Join"].Values[1] join',
    'text root.a["Std:Join"].Values[2] join',
    'deployValue root.a["Std:Join"].Values[2]["Millrace:Text"][1] text',
    'jsonGet root.b[0] -',
    'get root.b[0]["Std:JsonGet"].PropertyFile jsonGet',
  ]);
});

import type { GraphNode, GraphReference, PipelineGraph } from '@millrace/schema';
import { describe, expect, it } from 'vitest';
import { buildDiagram } from './build-diagram.js';
import { describeGraph } from './render-graph-json.js';
import { renderMarkdown } from './render-markdown.js';
import { renderMermaid } from './render-mermaid.js';
import { renderSvg } from './render-svg.js';

const TRAIN_PATH = [
  { member: 'ProcessingOutputConfig' },
  { member: 'Outputs' },
  { key: 'train' },
  { member: 'S3Output' },
  { member: 'S3Uri' },
];

function node(name: string, type: string, more: Partial<GraphNode> = {}): GraphNode {
  return { name, type, path: [], namePath: [], outputs: new Map(), keyedLists: new Map(), propertyFiles: [], ...more };
}

function reference(from: string, to: GraphReference['to'], reason: GraphReference['reason'] = 'value'): GraphReference {
  return { from, to, reason, path: [] };
}

function graphOf(nodes: readonly GraphNode[], references: readonly GraphReference[]): PipelineGraph {
  const parameters = [
    { name: 'Depth', type: 'Integer', defaultValue: 6, path: [] },
    { name: 'Url', type: 'String', path: [] },
  ] as const;
  return { parameters, nodes, references, branchesByName: true };
}

const churn = graphOf(
  [
    node('Prep', 'Processing', { outputs: new Map([['train', TRAIN_PATH]]) }),
    node('Train', 'Training'),
    node('Check', 'Condition', { conditions: [] }),
    node('Register', 'RegisterModel', { branch: { condition: 'Check', side: 'if', path: [] } }),
    node('Stop', 'Fail', { branch: { condition: 'Check', side: 'else', path: [] } }),
  ],
  [
    reference('Train', { kind: 'property', step: 'Prep', path: TRAIN_PATH }),
    reference('Train', { kind: 'step', step: 'Prep' }, 'dependsOn'),
    reference('Train', { kind: 'parameter', name: 'Depth' }),
    reference('Check', { kind: 'propertyFile', step: 'Train', file: 'Report' }, 'condition'),
    reference('Check', { kind: 'branchStep', step: 'Register', side: 'if' }, 'branch'),
    reference('Stop', { kind: 'step', step: 'Prep' }, 'dependsOn'),
  ],
);

describe('buildDiagram', () => {
  it('draws each pair once, labels data by output, drops dependsOn that data implies, keeps the sides of conditions', () => {
    expect(renderMermaid(buildDiagram(churn, 'churn'))).toBe(
      [
        'flowchart TD',
        '  step_Prep["Prep<br/>Processing"]',
        '  step_Train["Train<br/>Training"]',
        '  step_Check{"Check"}',
        '  step_Register["Register<br/>RegisterModel"]',
        '  step_Stop["Stop<br/>Fail"]',
        '  step_Check -->|true| step_Register',
        '  step_Check -->|false| step_Stop',
        '  step_Prep -->|"train"| step_Train',
        '  step_Train -->|"Report"| step_Check',
        '  step_Prep -.-> step_Stop',
        '',
      ].join('\n'),
    );
  });

  it('draws a name without a step, a self-reference, a cycle and twins', () => {
    const broken = graphOf(
      [node('A', 'Training'), node('A', 'Training'), node('B', 'Odd')],
      [
        reference('A', { kind: 'step', step: 'Ghost' }, 'dependsOn'),
        reference('A', { kind: 'step', step: 'A' }, 'dependsOn'),
        reference('A', { kind: 'step', step: 'B' }, 'dependsOn'),
        reference('B', { kind: 'step', step: 'A' }, 'dependsOn'),
      ],
    );
    const diagram = buildDiagram(broken, 'broken');
    expect(diagram.nodes.map(({ id, shape }) => [id, shape])).toEqual([
      ['step_A', 'step'],
      ['step_A_2', 'step'],
      ['step_B', 'step'],
      ['step_Ghost', 'missing'],
    ]);
    expect(renderMermaid(diagram)).toContain('step_Ghost(["Ghost<br/>no such step"]):::missing');
    expect(renderSvg(diagram)).toContain('no such step');
  });

  it('reads as data: names, not ids', () => {
    expect(describeGraph(buildDiagram(churn, 'churn'))).toMatchObject({
      title: 'churn',
      steps: [
        { name: 'Prep', type: 'Processing' },
        {},
        {},
        { name: 'Register', branch: { condition: 'Check', side: 'if' } },
        {},
      ],
      edges: [
        {},
        {},
        { from: 'Prep', to: 'Train', kind: 'data', values: ['train'] },
        {},
        { kind: 'order', values: [] },
      ],
      missing: [],
      parameters: [
        { name: 'Depth', type: 'Integer', defaultValue: '6', readBy: ['Train'] },
        { name: 'Url', type: 'String', readBy: [] },
      ],
    });
  });

  it('is a page in Markdown', () => {
    const page = renderMarkdown(buildDiagram(churn, 'churn'));
    expect(page).toContain('| Register | RegisterModel | if Check is true |  |');
    expect(page).toContain('| Stop | Fail | if Check is false | after Prep |');
    expect(page).toContain('| Train | Training | always | train of Prep |');
    expect(page).toContain('| Url | String | must be given |  |');
    expect(page).toMatch(/^# churn\n\n```mermaid\nflowchart TD\n/);
  });
});

describe('names that mean something to a format', () => {
  const hostile = 'a"]; click "<script>|`x`\n%% end & \u0007';
  const diagram = buildDiagram(
    graphOf(
      [node(hostile, 'T|y"pe'), node('end', 'Training')],
      [reference('end', { kind: 'propertyFile', step: hostile, file: '"|<b>' })],
    ),
    hostile,
  );

  it('are harmless in Mermaid', () => {
    const text = renderMermaid(diagram);
    expect(text.split('\n')).toHaveLength(5);
    expect(text).not.toMatch(/script>|`|click "/);
    expect(text).toContain('step_end["end<br/>Training"]');
  });

  it('are harmless in SVG and Markdown', () => {
    const svg = renderSvg(diagram);
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0007');
    expect(renderMarkdown(diagram)).not.toMatch(/^[^`]*<script/m);
  });
});

describe('renderSvg', () => {
  it('is the same every time, titled, and fetches nothing', () => {
    const svg = renderSvg(buildDiagram(churn, 'churn'));
    expect(svg).toBe(renderSvg(buildDiagram(churn, 'churn')));
    expect(svg).toContain('<title id="title">Pipeline churn</title>');
    expect(svg).toContain('Check to Register when true');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|NaN|undefined/);
  });

  it('draws a pipeline without steps', () => {
    expect(renderSvg(buildDiagram(graphOf([], []), 'empty'))).toContain('0 steps');
  });

  it('draws thousands of steps in a row', () => {
    const nodes = Array.from({ length: 3000 }, (_, index) => node(`S${index}`, 'Training'));
    const chain = nodes
      .slice(1)
      .map(({ name }, index) => reference(name, { kind: 'step', step: `S${index}` }, 'dependsOn'));
    const svg = renderSvg(buildDiagram(graphOf(nodes, chain), 'long'));
    expect(svg).toContain('>S2999</text>');
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});

import { lexYaml, type YamlToken } from './lex-yaml.js';
import type { SourceText } from './read-spec.js';
import { YAML_LIMITS } from './yaml-limits.js';

/** What a document is: a spec, or a definition as SageMaker takes it. */
export type Language = 'spec' | 'definition';

/**
 * Tells documents apart by the keys at their top: `pipeline`, or `projectName` alone, is a spec, `Steps` without `pipeline`
 * a definition, `Resources` a CloudFormation template; undefined for others. Looks at tokens only, so any text is safe.
 */
export function detectDocument({ text }: SourceText): Language | 'template' | undefined {
  const keys = new Set<string>();
  for (const key of topLevelKeys(text.slice(0, YAML_LIMITS.maxCharacters))) {
    if (key === 'pipeline') return 'spec';
    keys.add(key);
  }
  if (keys.has('Steps')) return 'definition';
  if (keys.has('Resources')) return 'template';
  return keys.has('projectName') ? 'spec' : undefined;
}

function* topLevelKeys(text: string): Generator<string> {
  let depth = 0;
  let key: YamlToken | undefined;
  const braced = /^\s*\{/.test(text.replace(/^\uFEFF/, ''));
  let tokens = 0;
  for (const token of lexYaml(text)) {
    tokens += 1;
    if (tokens > MOST_TOKENS) return;
    if (token.kind === 'space' || token.kind === 'newline') continue;
    const isTopLevel = braced ? depth === 1 : depth === 0 && key?.column === 0;
    if (token.kind === 'colon' && key !== undefined && isTopLevel) yield nameOf(key);
    key = token.kind === 'plain' || token.kind === 'quoted' ? token : undefined;
    depth += DEPTH_CHANGE[token.kind] ?? 0;
  }
}

// What is longer, its reader refuses.
const MOST_TOKENS = 2 * YAML_LIMITS.maxTokens;

const DEPTH_CHANGE: Readonly<Partial<Record<YamlToken['kind'], number>>> = {
  'map-open': 1,
  'list-open': 1,
  'map-close': -1,
  'list-close': -1,
};

function nameOf({ kind, source }: YamlToken): string {
  return kind === 'quoted' ? source.slice(1, -1) : source;
}

import type { Diagnostic, Offsets } from '@millrace/schema';
import { syntaxDiagnostics } from '@millrace/schema';
import { lexYaml, type YamlToken } from './lex-yaml.js';
import { NestingDepth } from './nesting-depth.js';
import type { PlacedDiagnostic } from './placed-diagnostic.js';
import { findUnquotedReference } from './unquoted-reference.js';
import { yamlDiagnostics } from './yaml-diagnostics.js';
import { YAML_LIMITS } from './yaml-limits.js';

/** What the tokens tell before anything is parsed. */
export interface YamlScan {
  /** True when parsing it could exhaust memory or the call stack. */
  readonly unsafe: boolean;
  /** True when a quoted text never ends. */
  readonly incomplete: boolean;
  readonly problems: readonly PlacedDiagnostic[];
  /** Texts whose braces YAML would take for maps, in order. */
  readonly unquoted: readonly Offsets[];
}

const ROOT = { path: [] } as const;

/** Looks at the tokens of a text, in one pass, before the parser (which recurses) may see it. */
export function scanYaml(text: string): YamlScan {
  const scanner = new TokenScanner(text);
  for (const token of lexYaml(text)) if (!scanner.take(token)) break;
  return scanner;
}

class TokenScanner implements YamlScan {
  readonly problems: PlacedDiagnostic[] = [];
  readonly unquoted: Offsets[] = [];
  unsafe = false;
  incomplete = false;
  readonly #depth = new NestingDepth();
  #tokens = 0;
  #aliases = 0;
  #previous: YamlToken | undefined;
  #skipTo = 0;
  #documentBegun = false;
  #documentEnded = false;
  #severalDocuments = false;

  constructor(readonly text: string) {}

  /** False when nothing more should be read. */
  take(token: YamlToken): boolean {
    if (token.offset < this.#skipTo) return true;
    if (token.kind !== 'space') this.#takeCounted(token);
    this.#previous = token;
    return !this.unsafe;
  }

  #takeCounted(token: YamlToken): void {
    this.#tokens += 1;
    if (this.#tokens > YAML_LIMITS.maxTokens)
      this.#refuse(yamlDiagnostics['too-many-values']({ atMost: YAML_LIMITS.maxTokens }, ROOT), token);
    else if (token.kind !== 'newline') this.#takeSolid(token);
  }

  #takeSolid(token: YamlToken): void {
    this.#noteDocument(token);
    if (token.kind === 'alias') this.#takeAlias(token);
    if (token.kind === 'tag') this.#report(yamlDiagnostics.tag({ tag: token.source }, ROOT), offsetsOf(token));
    if (token.kind === 'quoted' && isOpen(token)) this.#takeOpenQuote(token);
    if (token.kind === 'directive') this.#takeDirective(token);
    if (token.kind === 'map-open' && this.#skipUnquoted(token)) return;
    if (this.#depth.advance(token) > YAML_LIMITS.maxDepth)
      this.#refuse(syntaxDiagnostics['too-deep']({ atMost: YAML_LIMITS.maxDepth }, ROOT), token);
  }

  #takeAlias(token: YamlToken): void {
    this.#aliases += 1;
    if (this.#aliases > YAML_LIMITS.maxAliases)
      this.#refuse(yamlDiagnostics['too-many-aliases']({ atMost: YAML_LIMITS.maxAliases }, ROOT), token);
  }

  #takeOpenQuote(token: YamlToken): void {
    this.incomplete = true;
    this.#report(yamlDiagnostics['open-quote']({}, ROOT), [token.offset, token.offset + 1]);
  }

  #takeDirective(token: YamlToken): void {
    const directive = token.source.trim();
    if (/^%YAML\s+1\.2$/.test(directive)) return;
    this.#report(yamlDiagnostics.directive({ directive }, ROOT), offsetsOf(token));
  }

  #noteDocument(token: YamlToken): void {
    if (token.kind === 'directive' || token.kind === 'other') return;
    if (token.kind === 'document-end') {
      this.#documentEnded = this.#documentBegun;
      return;
    }
    const another = this.#documentEnded || (token.kind === 'document-start' && this.#documentBegun);
    this.#documentBegun = true;
    if (!another || this.#severalDocuments) return;
    this.#severalDocuments = true;
    this.#report(yamlDiagnostics['several-documents']({}, ROOT), offsetsOf(token));
  }

  #skipUnquoted(opening: YamlToken): boolean {
    const stretch = findUnquotedReference(this.text, {
      opening,
      previous: this.#previous,
      inFlow: this.#depth.inFlow,
    });
    if (stretch === undefined) return false;
    const written = this.text.slice(...stretch);
    this.unquoted.push(stretch);
    this.#report(yamlDiagnostics['unquoted-reference']({ written }, ROOT), stretch);
    this.#skipTo = stretch[1];
    this.#depth.advance({ ...opening, kind: 'plain' });
    return true;
  }

  #report(diagnostic: Diagnostic, offsets: Offsets): void {
    this.problems.push({ diagnostic, offsets });
  }

  #refuse(diagnostic: Diagnostic, token: YamlToken): void {
    this.unsafe = true;
    this.#report(diagnostic, offsetsOf(token));
  }
}

// The lexer ends a quoted text without its closing quote only where the document ends.
function isOpen({ source }: YamlToken): boolean {
  return source.length === 1 || !source.endsWith(source.charAt(0));
}

function offsetsOf(token: YamlToken): Offsets {
  return [token.offset, token.offset + token.source.trimEnd().length];
}

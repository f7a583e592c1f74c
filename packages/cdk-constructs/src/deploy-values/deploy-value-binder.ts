import { bindDeployValues } from '@millrace/compiler';
import { type DeployValueName, deployValueNameOf, type Json, writeJson } from '@millrace/schema';
import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The value of a deploy value as text, which may be or hold tokens; undefined where nobody gave one. */
export type DeployValueTokens = (name: DeployValueName) => string | undefined;

/**
 * Puts values into what is symbolic: the definition, and the texts of the platform around it. Values may be tokens of
 * the CDK, and come out as what they resolve to, whatever the texts around them hold: `${…}` of an author stays text.
 */
export class DeployValueBinder {
  constructor(
    /** Whose template the tokens are resolved in; errors name it. */
    readonly scope: IConstruct,
    readonly values: DeployValueTokens,
  ) {}

  /** A text of the platform. Throws an Error that names the values that are missing. */
  text(symbolic: Json): string {
    const { value, unbound } = bindDeployValues(symbolic, this.values);
    this.#refuseUnbound(unbound);
    if (typeof value !== 'string')
      throw new Error(`${this.scope.node.path}: expected a text, but got ${writeJson(value)}`);
    return value;
  }

  /**
   * JSON in one line, with tokens in it where values are tokens. Throws an Error that names values that are missing, or
   * not of the type that their place wants.
   */
  json(symbolic: Json): string {
    const { value, unbound, illTyped } = bindDeployValues(symbolic, (name, type) => this.#literalOrText(name, type));
    this.#refuseUnbound(unbound.filter((name) => this.values(name) === undefined));
    const [wrong] = illTyped;
    if (wrong !== undefined)
      throw new Error(
        `${this.scope.node.path}: ${wrong.name} is "${wrong.given}", but its place in the definition wants the type ${wrong.type}.`,
      );
    return writeJson(value, { compact: true, write: (each) => this.#writeTokens(each) });
  }

  // What a token stands for has no type before deployment, so in a place of numbers it is left to the writer.
  #literalOrText(name: DeployValueName, type: string): string | undefined {
    const value = this.values(name);
    return type !== 'String' && Token.isUnresolved(value) ? undefined : value;
  }

  #writeTokens(value: Json): string | undefined {
    // Escapes the literal parts, those inside of tokens included.
    if (typeof value === 'string')
      return Token.isUnresolved(value) ? Stack.of(this.scope).toJsonString(value) : undefined;
    const name = deployValueNameOf(value);
    return name === undefined ? undefined : this.values(name);
  }

  #refuseUnbound(unbound: readonly DeployValueName[]): void {
    if (unbound.length === 0) return;
    const given = unbound.map((name) => `'${name}': '…'`).join(', ');
    const contexts = unbound.filter((name) => name.startsWith('context:')).map((name) => name.slice('context:'.length));
    const byContext = contexts.map((key) => ` -c ${key}=…`).join('');
    throw new Error(
      `${this.scope.node.path}: nothing gives a value for ${unbound.join(', ')}. Give it as { values: { ${given} } }${
        byContext === '' ? '' : `, or as CDK context:${byContext}`
      }.`,
    );
  }
}

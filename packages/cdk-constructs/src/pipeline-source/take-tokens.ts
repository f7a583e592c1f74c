import { type DeployValueName, deployValue, type Json, TEXT_KEY } from '@millrace/schema';
import { type IResolvable, Token, Tokenization } from 'aws-cdk-lib';

/** An object of a program as JSON, and the tokens that stood in it, by the deploy value that stands there now. */
export interface TakenTokens {
  readonly json: Json;
  readonly tokens: ReadonlyMap<DeployValueName, string>;
}

/** The two languages have different words for a deploy value inside of a text. */
export type TokenLanguage = 'spec' | 'definition';

/**
 * Puts a deploy value in the place of each token of the CDK, taking texts apart at tokens and nowhere else.
 * @throws Error for a list of unknown length, a token in a key, and for values that are not JSON; it names the place
 */
export function takeTokens(value: unknown, language: TokenLanguage = 'spec'): TakenTokens {
  const taker = new TokenTaker(language);
  const json = taker.take(value, []);
  return { json, tokens: taker.tokens };
}

class TokenTaker {
  readonly tokens = new Map<DeployValueName, string>();
  readonly #names = new Map<string, DeployValueName>();

  constructor(readonly language: TokenLanguage) {}

  take(value: unknown, path: readonly string[]): Json {
    if (typeof value === 'string') return this.#text(value);
    if (typeof value === 'number') return this.#number(value, path);
    if (typeof value === 'boolean' || value === null) return value;
    if (Tokenization.isResolvable(value)) return this.#whole(value);
    if (Array.isArray(value)) return this.#list(value, path);
    if (typeof value === 'object') return this.#object(value, path);
    throw new Error(`${place(path)}: ${typeof value} is no value of JSON; write text, a number, a list or an object`);
  }

  #text(text: string): Json {
    if (!Token.isUnresolved(text)) return text;
    const parts = partsOf(text).map((part) => (typeof part === 'string' ? part : this.#nameOf(part.token)));
    return this.language === 'spec' ? this.#specText(parts) : this.#definitionText(parts);
  }

  // The parts between the tokens stay in the language of specs, expressions included.
  #specText(parts: readonly (string | Named)[]): Json {
    return parts.map((part) => (typeof part === 'string' ? part : `{{${part.name}}}`)).join('');
  }

  #definitionText(parts: readonly (string | Named)[]): Json {
    const nodes = parts.map((part) => (typeof part === 'string' ? part : deployValue(part.name)));
    const [only, ...others] = nodes;
    return only !== undefined && others.length === 0 ? only : { [TEXT_KEY]: nodes };
  }

  #number(number: number, path: readonly string[]): Json {
    const token = Tokenization.reverseNumber(number);
    if (token !== undefined) return this.#whole(token, 'Integer');
    if (!Number.isFinite(number)) throw new Error(`${place(path)}: ${number} is no number of JSON`);
    return number;
  }

  #whole(token: IResolvable, type: 'String' | 'Integer' = 'String'): Json {
    const { name } = this.#nameOf(token);
    return this.language === 'spec' ? `{{${name}}}` : deployValue(name, type);
  }

  #list(list: readonly unknown[], path: readonly string[]): Json {
    if (list.length === 1 && typeof list[0] === 'string' && Token.isUnresolved(list)) {
      throw new Error(
        `${place(path)}: a list whose length is only known at deployment cannot stand in a pipeline. Write its items one by one: Fn.select(0, list), Fn.select(1, list), …`,
      );
    }
    return list.map((item, index) => this.take(item, [...path, String(index)]));
  }

  #object(object: object, path: readonly string[]): Json {
    const entries = Object.entries(object).filter(([, value]) => value !== undefined);
    for (const [key] of entries) {
      if (Token.isUnresolved(key)) throw new Error(`${place(path)}: a key cannot be a token; write the key as text`);
    }
    return Object.fromEntries(entries.map(([key, value]) => [key, this.take(value, [...path, key])]));
  }

  /** The same token is the same deploy value; numbered in the order in which tokens are met. */
  #nameOf(token: IResolvable): Named {
    const text = Token.asString(token);
    const known = this.#names.get(text) ?? (`context:aws-cdk-token-${this.#names.size + 1}` as const);
    this.#names.set(text, known);
    this.tokens.set(known, text);
    return { name: known };
  }
}

interface Named {
  readonly name: DeployValueName;
}

/** The literals and tokens of a text, in their order. */
function partsOf(text: string): readonly (string | FoundToken)[] {
  const fragments = Tokenization.reverseString(text).mapTokens({ mapToken: (token): FoundToken => ({ token }) });
  // Every fragment is a text of the author, or what the mapper made; a text of one fragment is not joined at all.
  const parts: string | FoundToken | (string | FoundToken)[] = fragments.join({
    join: (left, right) => [...(Array.isArray(left) ? left : [left]), right],
  });
  return Array.isArray(parts) ? parts : [parts];
}

/** Wrapped, because a bare token would stay a token among the fragments. */
interface FoundToken {
  readonly token: IResolvable;
}

function place(path: readonly string[]): string {
  return path.length === 0 ? 'spec' : path.join('.');
}

import { isJsonList, isJsonObject, type Json, type JsonObject, SourceNumber } from '@millrace/schema';

/** A module of an MDAA config and what surrounds it; without `module` an environment that has none. */
export interface MdaaModule {
  readonly domain: string;
  readonly environment: string;
  readonly module: string | undefined;
  /** Account and region, where the config says them. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** Context of the deployment, the domain and the environment; what is closer wins. */
  readonly context: ReadonlyMap<string, string>;
  /** The same with the module's own. */
  readonly moduleContext: ReadonlyMap<string, string>;
  /** Config files as they are written: relative to the MDAA config. */
  readonly configs: readonly string[];
}

/** The modules of all environments of all domains, in the order of the file. Source: facts/mdaa-module, section 4. */
export function mdaaModules(config: JsonObject): readonly MdaaModule[] {
  return entriesOf(config['domains']).flatMap(([domain, inDomain]) =>
    entriesOf(inDomain['environments']).flatMap(([environment, inEnvironment]): readonly MdaaModule[] => {
      const modules = entriesOf(inEnvironment['modules']);
      const context = contextOf(config, inDomain, inEnvironment);
      const around = {
        domain,
        environment,
        account: plainText(inEnvironment['account']),
        region: regionOf(inEnvironment) ?? regionOf(config),
        context,
      };
      if (modules.length === 0) return [{ ...around, module: undefined, moduleContext: context, configs: [] }];
      return modules.map(([module, inModule]) => ({
        ...around,
        module,
        moduleContext: new Map([...context, ...contextOf(inModule)]),
        configs: configsOf(inModule),
      }));
    }),
  );
}

function entriesOf(value: Json | undefined): readonly (readonly [string, JsonObject])[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([key, member]) => [key, isJsonObject(member) ? member : {}] as const);
}

function contextOf(...layers: readonly JsonObject[]): ReadonlyMap<string, string> {
  const entries = layers.flatMap(({ context }) => (isJsonObject(context) ? Object.entries(context) : []));
  return new Map(
    entries.flatMap(([key, value]) => {
      const text = plainText(value);
      return text === undefined ? [] : [[key, text] as const];
    }),
  );
}

/** A scalar as text. What MDAA itself resolves at deployment (`{{…}}`, `ssm:`) has no value here. */
export function plainText(value: Json | undefined): string | undefined {
  // As it was written: an account id keeps its leading zeros.
  if (value instanceof SourceNumber) return value.written;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  return value.includes('{{') || /^ssm(-org|-domain|-env)?:/.test(value) ? undefined : value;
}

function regionOf({ region }: JsonObject): string | undefined {
  return region === 'default' ? undefined : plainText(region);
}

function configsOf({ module_configs, app_configs }: JsonObject): readonly string[] {
  const lists = [module_configs, app_configs].flatMap((list) => (isJsonList(list) ? list : []));
  return lists.filter((each): each is string => typeof each === 'string');
}

import type { App } from 'aws-cdk-lib';
import { statefulTypes } from './stateful-types.js';

/** A resource as far as its life depends on it. */
export interface StatefulResource {
  readonly type: string;
  /** The replacing properties that are set, as they stand in the template. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Stateful resources by stack and logical id, both as `Stack/LogicalId`, sorted. */
export type StatefulResources = Readonly<Record<string, StatefulResource>>;

/** A template, as far as it is read here. */
interface SynthesizedTemplate {
  readonly Resources?: Readonly<Record<string, { Type: string; Properties?: Readonly<Record<string, unknown>> }>>;
}

/** The stateful resources in all stacks of an app. */
export function listStateful(app: App): StatefulResources {
  const found = app.synth().stacksRecursively.flatMap(({ stackName, template }) =>
    // The CDK has just made it.
    Object.entries((template as SynthesizedTemplate).Resources ?? {})
      .filter(([, { Type: type, Properties: properties = {} }]) => isStateful(type, properties))
      .map(
        ([id, { Type: type, Properties: properties = {} }]) =>
          [`${stackName}/${id}`, { type, properties: replacing(type, properties) }] as const,
      ),
  );
  return Object.fromEntries(found.toSorted(([one], [other]) => one.localeCompare(other, 'en')));
}

type Properties = Readonly<Record<string, unknown>>;

function isStateful(type: string, properties: Properties): boolean {
  const stateful = statefulTypes[type];
  return stateful !== undefined && (stateful.onlyWith === undefined || stateful.onlyWith in properties);
}

function replacing(type: string, properties: Properties): Properties {
  const names = statefulTypes[type]?.replacing ?? [];
  return Object.fromEntries(names.filter((name) => name in properties).map((name) => [name, properties[name]]));
}

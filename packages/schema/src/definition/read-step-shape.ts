import type { Path } from '../diagnostics/diagnostic.js';
import { isJsonObject, type Json, type JsonObject } from '../source/json.js';
import { stepTypeFacts } from '../step-types/step-type-registry.js';
import { type ShapeReader, withoutNulls } from './shape-reader.js';

const OPTIONAL = [
  'Arguments',
  'DependsOn',
  'DisplayName',
  'Description',
  'CacheConfig',
  'RetryPolicies',
  'PropertyFiles',
];

/** Reads the frame of steps: their common members, and in conditions the steps of both branches. */
export class StepShapeReader {
  constructor(readonly reader: ShapeReader) {}

  /** The step with its null members left out and `Arguments` always there; undefined where it has no usable frame. */
  read(json: Json, path: Path): JsonObject | undefined {
    const map = this.reader.map({ value: json, path, what: 'a step' });
    if (map === undefined) return undefined;
    const step = withoutNulls(map, OPTIONAL);
    const given = step['Name'];
    const of = typeof given === 'string' ? `the step "${given}"` : 'a step';
    const name = this.reader.requiredText(step, 'Name', { path, of });
    const type = this.reader.requiredText(step, 'Type', { path, of });
    this.#readTexts(step, { path, of });
    this.#readMaps(step, { path, of });
    const args = this.#readArguments(step, { path, of });
    if (name === undefined || type === undefined || args === undefined) return undefined;
    return {
      ...step,
      Arguments: stepTypeFacts(type)?.execution === 'branch' ? this.#readBranches(args, { path, of }) : args,
    };
  }

  #readArguments(step: JsonObject, { path, of }: Owner): JsonObject | undefined {
    return this.reader.map({
      value: step['Arguments'] ?? {},
      path: [...path, 'Arguments'],
      what: `"Arguments" of ${of}`,
    });
  }

  #readTexts(step: JsonObject, { path, of }: Owner): void {
    for (const key of ['DisplayName', 'Description']) {
      if (step[key] !== undefined)
        this.reader.text({ value: step[key], path: [...path, key], what: `"${key}" of ${of}` });
    }
    this.#items(step, 'DependsOn', { path, of }).forEach((value, index) => {
      this.reader.text({ value, path: [...path, 'DependsOn', index], what: `an entry of "DependsOn" of ${of}` });
    });
  }

  #readMaps(step: JsonObject, { path, of }: Owner): void {
    const cache = step['CacheConfig'];
    if (cache !== undefined)
      this.reader.map({ value: cache, path: [...path, 'CacheConfig'], what: `"CacheConfig" of ${of}` });
    this.#items(step, 'RetryPolicies', { path, of }).forEach((value, index) => {
      this.reader.map({ value, path: [...path, 'RetryPolicies', index], what: `a retry policy of ${of}` });
    });
    this.#items(step, 'PropertyFiles', { path, of }).forEach((value, index) => {
      this.#readPropertyFile(value, { path: [...path, 'PropertyFiles', index], of: `a property file of ${of}` });
    });
  }

  #readPropertyFile(value: Json, { path, of }: Owner): void {
    const file = this.reader.map({ value, path, what: of });
    if (file === undefined) return;
    for (const key of ['PropertyFileName', 'OutputName', 'FilePath']) this.reader.requiredText(file, key, { path, of });
  }

  #readBranches(args: JsonObject, { path, of }: Owner): JsonObject {
    const inside = [...path, 'Arguments'];
    this.#items(args, 'Conditions', { path: inside, of }).forEach((value, index) => {
      const place = { path: [...inside, 'Conditions', index], of: `a condition of ${of}` };
      const condition = this.reader.map({ value, path: place.path, what: place.of });
      if (condition !== undefined) this.reader.requiredText(condition, 'Type', place);
    });
    return {
      ...args,
      IfSteps: this.#readBranch(args, 'IfSteps', { path: inside, of }),
      ElseSteps: this.#readBranch(args, 'ElseSteps', { path: inside, of }),
    };
  }

  #readBranch(args: JsonObject, key: string, { path, of }: Owner): readonly Json[] {
    const steps = this.#items(args, key, { path, of }).map((value, index) => this.read(value, [...path, key, index]));
    return steps.filter(isJsonObject);
  }

  #items(map: JsonObject, key: string, { path, of }: Owner): readonly Json[] {
    const value = map[key];
    if (value === undefined || value === null) return [];
    return this.reader.list({ value, path: [...path, key], what: `"${key}" of ${of}` }) ?? [];
  }
}

interface Owner {
  readonly path: Path;
  readonly of: string;
}

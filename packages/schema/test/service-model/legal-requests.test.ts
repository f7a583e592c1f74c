import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Path } from '../../src/diagnostics/diagnostic.js';
import { loadServiceModel } from '../../src/service-model/load-service-model.js';
import type { ServiceShape, StringShape } from '../../src/service-model/service-model.js';
import { validateArguments } from '../../src/service-model/validate-arguments.js';
import type { PlainJson, PlainJsonObject } from '../../src/source/json.js';
import { arbitraryOf } from './arbitrary-request.js';

const model = await loadServiceModel();
const validate = (request: string, value: PlainJson) =>
  validateArguments(model, { request, arguments: value, path: ['at'] });

const errorsOf = (request: string, value: PlainJson) =>
  validate(request, value).filter(({ severity }) => severity === 'error');

describe.each(Object.entries(model.requests))('%s', (request, root) => {
  test('the required members alone are legal', () => {
    fc.assert(
      fc.property(arbitraryOf(model, root, 0), (value) => {
        expect(validate(request, value)).toEqual([]);
      }),
    );
  });

  test('any legal values at any depth are legal', () => {
    fc.assert(
      fc.property(arbitraryOf(model, root, 9), (value) => {
        expect(validate(request, value)).toEqual([]);
      }),
    );
  });

  test('leaving out any required member is one problem, at the object that lacks it', () => {
    fc.assert(
      fc.property(arbitraryOf(model, root, 9), (value) => {
        for (const { path, member } of requiredMembers(value, root, [])) {
          const problems = validate(request, change(value, [...path, member], LEFT_OUT));
          expect(problems).toMatchObject([{ kind: 'missing-member', path: ['at', ...path], member }]);
          expect(problems).toHaveLength(1);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('a member that the request does not have is one problem, at that member of whatever object', () => {
    fc.assert(
      fc.property(arbitraryOf(model, root, 9), (value) => {
        for (const { path, type } of everyValue(value, { shape: root, literal: false }, [])) {
          if (type !== 'structure') continue;
          const problems = validate(request, change(value, [...path, 'Zzz'], 1));
          expect(problems).toMatchObject([{ kind: 'unknown-member', path: ['at', ...path, 'Zzz'], member: 'Zzz' }]);
          expect(problems).toHaveLength(1);
        }
      }),
      { numRuns: 3 },
    );
  });

  test('a text that no enum, pattern or length allows is one problem, at that text', () => {
    fc.assert(
      fc.property(arbitraryOf(model, root, 9), (value) => {
        for (const { path, limits } of everyText(value, root)) {
          const problems = errorsOf(request, change(value, path, illegalText(limits)));
          const kind = limits.enum === undefined ? 'length' : 'enum';
          expect(problems).toMatchObject([{ kind, severity: 'error', path: ['at', ...path] }]);
          expect(problems).toHaveLength(1);
        }
      }),
      { numRuns: 3 },
    );
  });

  test('null in place of any value is one problem, at that value', () => {
    fc.assert(
      fc.property(arbitraryOf(model, root, 9), (value) => {
        for (const { path } of everyValue(value, { shape: root, literal: false }, [])) {
          const problems = errorsOf(request, change(value, path, null));
          expect(problems).toMatchObject([{ kind: 'wrong-type', path: ['at', ...path], given: 'null' }]);
          expect(problems).toHaveLength(1);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('an expression may stand for any scalar that is not marked literal, and for nothing else', () => {
    fc.assert(
      fc.property(arbitraryOf(model, root, 9), (value) => {
        for (const { path, type, literal } of everyValue(value, { shape: root, literal: false }, [])) {
          const problems = validate(request, change(value, path, { Get: 'Parameters.P' }));
          const isContainer = ['structure', 'list', 'map'].includes(type);
          const kind = isContainer ? 'expression-not-allowed' : 'literal-wanted';
          expect(problems).toMatchObject(isContainer || literal ? [{ kind, path: ['at', ...path] }] : []);
        }
      }),
      { numRuns: 20 },
    );
  });
});

interface Slot {
  readonly shape: string;
  readonly literal: boolean;
}

interface Inner extends Slot {
  readonly key: string | number;
  readonly value: PlainJson;
}

/** The values directly inside a legal value, with their shapes. */
function inside(value: PlainJson, name: string): readonly Inner[] {
  const shape = model.shapes[name];
  if (Array.isArray(value))
    return value.map((item, key) => ({ key, value: item, shape: memberOf(shape), literal: false }));
  // An expression stands for a scalar, and nothing in it has a shape.
  if (!isObject(value) || (shape?.type !== 'structure' && shape?.type !== 'map')) return [];
  return Object.entries(value).map(([key, inner]) => {
    const literal = shape?.type === 'structure' && shape.forms?.[key]?.form === 'literal';
    return { key, value: inner, shape: memberOf(shape, key), literal };
  });
}

function memberOf(shape: ServiceShape | undefined, key = ''): string {
  if (shape?.type === 'structure') return shape.members[key] ?? '';
  return shape?.type === 'list' ? shape.member : shape?.type === 'map' ? shape.value : '';
}

interface Found {
  readonly path: Path;
  readonly type: string;
  readonly shape: string;
  readonly literal: boolean;
}

function everyValue(value: PlainJson, { shape, literal }: Slot, path: Path): readonly Found[] {
  const below = inside(value, shape).flatMap((inner) => everyValue(inner.value, inner, [...path, inner.key]));
  return [{ path, type: model.shapes[shape]?.type ?? '', shape, literal }, ...below];
}

/** The texts inside a legal value that are limited by an enum or by a greatest length. */
function everyText(value: PlainJson, root: string): readonly { readonly path: Path; readonly limits: StringShape }[] {
  return everyValue(value, { shape: root, literal: false }, []).flatMap(({ path, shape }) => {
    const limits = model.shapes[shape];
    // Documents of a quarter of a million characters would only cost time here.
    const isLimited = limits?.type === 'string' && (limits.enum !== undefined || (limits.max ?? Infinity) < 5000);
    return isLimited ? [{ path, limits }] : [];
  });
}

function illegalText({ enum: values, max = 0 }: StringShape): string {
  return values === undefined ? 'x'.repeat(max + 1) : 'no value of an enum';
}

interface Required {
  readonly path: Path;
  readonly member: string;
}

function requiredMembers(value: PlainJson, name: string, path: Path): readonly Required[] {
  const shape = model.shapes[name];
  const own = shape?.type === 'structure' ? [...(shape.required ?? []), ...Object.keys(shape.expected ?? {})] : [];
  const below = inside(value, name).flatMap((inner) => requiredMembers(inner.value, inner.shape, [...path, inner.key]));
  return [...own.map((member) => ({ path, member })), ...below];
}

const LEFT_OUT = Symbol('left out');

/** A copy of the value in which the one at the path is another, added, or left out. */
function change(value: PlainJson, [key, ...rest]: Path, put: PlainJson | typeof LEFT_OUT): PlainJson {
  if (key === undefined) return put === LEFT_OUT ? null : put;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? change(item, rest, put) : item));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([name]) => name !== key || rest.length > 0 || put !== LEFT_OUT);
  if (rest.length === 0 && put !== LEFT_OUT && !Object.hasOwn(value, key)) return { ...value, [key]: put };
  return Object.fromEntries(entries.map(([name, inner]) => [name, name === key ? change(inner, rest, put) : inner]));
}

function isObject(value: PlainJson): value is PlainJsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

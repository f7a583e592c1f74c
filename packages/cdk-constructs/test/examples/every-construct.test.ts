import { App } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import { expect, test } from 'vitest';
import * as published from '../../src/index.js';
import { examples } from './index.js';

test('every construct that is published stands in an example', async () => {
  const made: IConstruct[] = [];
  for (const { make } of examples) {
    const app = new App({ analyticsReporting: false });
    await make(app);
    made.push(...app.node.findAll());
  }
  const classes = Object.values(published).filter(isConstructClass);
  const absent = classes.filter((each) => !made.some((construct) => construct instanceof each));
  expect(classes.length).toBeGreaterThan(10);
  expect(absent.map(({ name }) => name)).toEqual([]);
});

function isConstructClass(value: unknown): value is new (...args: never[]) => Construct {
  return typeof value === 'function' && value.prototype instanceof Construct;
}

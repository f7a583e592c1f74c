import type { Proof } from './comparison.js';

const CONSTRUCTS = 'packages/cdk-constructs';

/** A test of the claims on the template of the comprehensive example. */
export function onTemplate(title: string): Proof {
  return { file: `${CONSTRUCTS}/test/mdaa-claims/mdaa-claims.test.ts`, title };
}

/** A test of a construct, by its folder. */
export function ofConstruct(folder: string, title: string): Proof {
  return { file: `${CONSTRUCTS}/src/${folder}/${folder}.test.ts`, title };
}

/** A test of the constructs' examples, by its file below `test`. */
export function ofExamples(file: string, title: string): Proof {
  return { file: `${CONSTRUCTS}/test/${file}`, title };
}

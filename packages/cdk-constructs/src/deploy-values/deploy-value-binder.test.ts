import { deployValue, SourceNumber } from '@millrace/schema';
import { App, Aws, CfnParameter, Lazy, Stack, Token } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { DeployValueBinder } from './deploy-value-binder.js';
import { standardDeployValues } from './standard-deploy-values.js';

function binderWith(values: Record<string, string>, context: Record<string, string> = {}) {
  const stack = new Stack(new App({ context }), 'S');
  const tokens = standardDeployValues(stack, { environment: 'dev', projectName: 'churn', values });
  return { stack, binder: new DeployValueBinder(stack, tokens) };
}

describe('DeployValueBinder', () => {
  it('joins literals and tokens, and never substitutes in the text of an author', () => {
    const { stack, binder } = binderWith({});
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation would substitute it in Fn::Sub
    const text = '${AWS::Region} "quoted" \\ ';
    const json = binder.json({ a: { 'Millrace:Text': [text, deployValue('region')] }, b: new SourceNumber('1.0') });
    const resolved = stack.resolve(json);
    expect(resolved).toEqual({
      'Fn::Join': ['', [`{"a":${JSON.stringify(text).slice(0, -1)}`, { Ref: 'AWS::Region' }, '","b":1.0}']],
    });
  });

  it('escapes what a token holds literally', () => {
    const lazy = Lazy.string({ produce: () => 'say "hi" \\' });
    const { stack, binder } = binderWith({ 'context:greeting': lazy });
    expect(JSON.parse(stack.resolve(binder.json({ g: deployValue('context:greeting') })))).toEqual({
      g: 'say "hi" \\',
    });
  });

  it('writes a token without quotes where the place wants a number or a truth value', () => {
    const { stack, binder } = binderWith({ 'ssm:/count': Token.asString({ Ref: 'Count' }), 'context:on': 'true' });
    const json = binder.json({ n: deployValue('ssm:/count', 'Integer'), on: deployValue('context:on', 'Boolean') });
    expect(stack.resolve(json)).toEqual({ 'Fn::Join': ['', ['{"n":', { Ref: 'Count' }, ',"on":true}']] });
  });

  it('reads parameters of the Systems Manager once for each path', () => {
    const { stack, binder } = binderWith({});
    const one = stack.resolve(binder.text(deployValue('ssm:/net/subnet')));
    expect(stack.resolve(binder.text(deployValue('ssm:/net/subnet')))).toEqual(one);
    const parameters = stack.node.children.filter((child) => child instanceof CfnParameter);
    expect(parameters).toHaveLength(1);
    expect(parameters[0]).toMatchObject({ type: 'AWS::SSM::Parameter::Value<String>', default: '/net/subnet' });
  });

  it('takes context, and says which values are missing and how to give them', () => {
    expect(binderWith({}, { team: 'blue' }).binder.text(deployValue('context:team'))).toBe('blue');
    expect(() => binderWith({}).binder.json([deployValue('kmsKeyArn'), deployValue('context:team')])).toThrow(
      "S: nothing gives a value for context:team, kmsKeyArn. Give it as { values: { 'context:team': '…', 'kmsKeyArn': '…' } }, or as CDK context: -c team=….",
    );
  });

  it('says so when a value is not of the type that its place wants', () => {
    expect(() => binderWith({ 'context:n': 'many' }).binder.json(deployValue('context:n', 'Integer'))).toThrow(
      'S: context:n is "many", but its place in the definition wants the type Integer.',
    );
  });

  it('lets values win over what follows from the stack', () => {
    expect(binderWith({ region: 'eu-west-1' }).binder.text(deployValue('region'))).toBe('eu-west-1');
    const { stack, binder } = binderWith({});
    expect(stack.resolve(binder.text(deployValue('region')))).toEqual(stack.resolve(Aws.REGION));
    expect(binder.text(deployValue('domain'))).toBe('dev');
    expect(binder.text(deployValue('module_name'))).toBe('churn');
  });
});

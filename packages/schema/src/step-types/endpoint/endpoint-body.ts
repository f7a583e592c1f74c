import type { z } from 'zod';
import { acrossKeys } from '../../spec/across-keys.js';
import { authorObject } from '../../spec/author-object.js';
import { chooseOne } from '../../spec/choose-one.js';
import { outputOfNamedStep } from '../../spec/names.js';
import { servingName } from '../endpoint-config/endpoint-config-body.js';

/** The body of an Endpoint step; Pipelines refuses a deployment configuration (rule R99), so it is no field. */
export const endpointBody = authorObject({
  endpointName: servingName('the endpoint name').describe(
    'Name of the endpoint. One of that name is updated; otherwise it is created.',
  ),
  endpointConfigStep: outputOfNamedStep('endpointConfigName')
    .optional()
    .describe('EndpointConfig step whose configuration is deployed.'),
  endpointConfigName: servingName('the name of the endpoint configuration')
    .optional()
    .describe('Name of an existing configuration; of a step use endpointConfigStep, because its name gets a suffix.'),
}).check(
  acrossKeys((body, context) =>
    chooseOne(body, { what: 'an endpoint', keys: ['endpointConfigStep', 'endpointConfigName'] }, context),
  ),
);

/** What an author says of an Endpoint step. */
export type EndpointBody = z.output<typeof endpointBody>;

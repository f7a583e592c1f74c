import { Token } from 'aws-cdk-lib';
import type { WrongProp } from '../refuse/refuse.js';
import type { RegisteredModels } from './registered-models.js';

/** What is wrong with the place of registered models. */
export function wrongRegisteredModels({ modelPackageGroupName, registryAccount }: RegisteredModels): WrongProp[] {
  const wrong: WrongProp[] = [];
  if (!Token.isUnresolved(modelPackageGroupName) && !/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/.test(modelPackageGroupName))
    wrong.push({
      prop: 'modelPackageGroupName',
      given: modelPackageGroupName,
      allowed: '1 to 63 letters, digits and hyphens, none at the ends (CreateModelPackageGroup)',
      help: 'For a group of another account, give its name here and its account as registryAccount.',
    });
  if (registryAccount !== undefined && !Token.isUnresolved(registryAccount) && !/^\d{12}$/.test(registryAccount))
    wrong.push({
      prop: 'registryAccount',
      given: registryAccount,
      allowed: 'an account id of twelve digits',
      help: 'Leave it out where the registry is in the account of the stack.',
    });
  return wrong;
}

import { parseAccounts } from '../environments/parse-accounts.js';
import { unnamedAccounts } from '../environments/project-environment.js';
import type { Scaffold } from '../scaffold.js';
import { cancelled, refuse, type Stop } from '../stop.js';

/** Takes environments and accounts from `--accounts`, or asks for them. They may stay open, to be filled in later. */
export async function chooseAccounts(
  scaffold: Pick<Scaffold, 'request' | 'surroundings' | 'environments' | 'asked'>,
): Promise<Stop | undefined> {
  const { request, surroundings } = scaffold;
  if (request.accounts !== undefined) return take(scaffold, request.accounts);
  const answer = surroundings.canAsk && !request.yes ? await askAccounts(scaffold) : '';
  if (answer === undefined) return cancelled;
  if (answer !== '') return take(scaffold, answer);
  scaffold.environments = unnamedAccounts;
  return undefined;
}

function take(scaffold: Pick<Scaffold, 'environments'>, accounts: string): Stop | undefined {
  const parsed = parseAccounts(accounts);
  if ('problem' in parsed) return refuse(`--accounts: ${parsed.problem}`);
  scaffold.environments = parsed.environments;
  return undefined;
}

function askAccounts(scaffold: Pick<Scaffold, 'surroundings' | 'asked'>): Promise<string | undefined> {
  scaffold.asked = true;
  return scaffold.surroundings.prompts.ask({
    message: 'Accounts, as dev=111111111111,preprod=222222222222,prod=333333333333? (Enter: fill in later)',
    suggestion: '',
    problemWith: (answer) => {
      const parsed = parseAccounts(answer);
      return 'problem' in parsed ? parsed.problem : undefined;
    },
  });
}

const SECRET_WORDS = /password|passwd|passphrase|secret|apikey|accesskey|privatekey|authtoken|accesstoken|credential/;

/** Names of things that lead to a secret without being one: `DbSecretArn`, `secret_name`. */
const POINTS_TO_SECRET = /(?:arn|name|id|uri|url|path|prefix|length|count|type)$/;

const SECRET_VALUE = /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** True for names such as `DbPassword` or `api_key`; false for `SecretArn`, which only leads to one. */
export function nameLooksLikeSecret(name: string): boolean {
  const folded = name.toLowerCase().replace(/[-_.]/g, '');
  return SECRET_WORDS.test(folded) && !POINTS_TO_SECRET.test(folded);
}

/** True for an AWS access key id and for a private key. */
export function valueLooksLikeSecret(value: string): boolean {
  return SECRET_VALUE.test(value);
}

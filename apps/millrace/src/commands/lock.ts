import type { CliCommand, Invocation } from '../command-line/cli-command.js';
import { collect } from '../command-line/read-options.js';
import type { LockOptions } from '../locking/lock-options.js';
import { describeDiagnostics } from '../output/describe-diagnostics.js';
import { declareValueOptions, VALUES_NOTE } from '../settings/value-options.js';

const NOTE = `
Lists AWS's images that the pipeline uses in the region, and the digest that millrace.lock.yaml
pins each of them to. --image writes an entry; IMAGE is a URI from the list or the name of a
deploy value, as image:sklearn:1.2-1. Nothing is looked up: AWS tells a digest with
  aws ecr describe-images --registry-id ACCOUNT --repository-name NAME --image-ids imageTag=TAG
${VALUES_NOTE}`;

/** `millrace lock FILE` */
export const lock: CliCommand<LockOptions> = {
  name: 'lock',
  summary: 'show and pin the digests of the images that a pipeline takes from AWS',
  declare: (command) =>
    declareValueOptions(
      command
        .argument('<FILE>', 'a spec (YAML) or a pipeline definition (JSON)')
        .option('--image <IMAGE=DIGEST>', 'pin an image to sha256:…; may be repeated', collect),
    ).addHelpText('after', NOTE),
  failureDocument: (diagnostics) => ({
    ok: false,
    file: null,
    images: [],
    unused: [],
    diagnostics: describeDiagnostics(diagnostics),
  }),
  run: async (invocation: Invocation<LockOptions>) =>
    (await import('../locking/lock-images.js')).lockImages(invocation),
};

import { deployValue } from '@millrace/schema';
import type { PlatformText } from './platform-model.js';
import { platformText } from './platform-text.js';

/** What a parameter speaks of. */
export interface SsmSubject {
  /** The kind of thing, as MDAA names it: `sm-pipeline`, `endpoint`, `model-monitoring`. */
  readonly family: string;
  /** The one thing of its kind: the project, or the name of an endpoint. Absent where a module has only one. */
  readonly subject?: PlatformText;
}

/**
 * The name of a parameter by which other stacks find what was deployed:
 * `/<org>/<domain>/<module_name>/<family>/<subject>/<key>`, as MDAA's modules publish and read them
 * (facts/mdaa-module §2). This is the one place that defines it.
 */
export function ssmParameterName({ family, subject }: SsmSubject, key: string): PlatformText {
  const [org, domain, module] = [deployValue('org'), deployValue('domain'), deployValue('module_name')];
  const named = subject === undefined ? [] : ['/', subject];
  return platformText('/', org, '/', domain, '/', module, `/${family}`, ...named, `/${key}`);
}

import type { AnyDiagnosticFactories } from '@millrace/schema';
import { illTypedDiagnostics } from './bind/ill-typed-diagnostics.js';
import { settingDiagnostics } from './bind/parse-settings.js';
import { imageBindingDiagnostics } from './bind/resolve-framework-images.js';
import { localCodeDiagnostics } from './code/local-code-diagnostics.js';
import { expandDiagnostics } from './expand/expand-diagnostics.js';
import { imageDiagnostics } from './images/image-diagnostics.js';
import { codeDiagnostics } from './lowering/code-diagnostics.js';
import { spotDiagnostics } from './lowering/spot-members.js';
import { mdaaDiagnostics } from './mdaa/mdaa-diagnostics.js';
import { yamlDiagnostics } from './read/yaml-diagnostics.js';

/** The diagnostics of this package, collected from where they are declared. */
export const compilerDiagnostics: readonly AnyDiagnosticFactories[] = [
  yamlDiagnostics,
  expandDiagnostics,
  codeDiagnostics,
  spotDiagnostics,
  imageDiagnostics,
  localCodeDiagnostics,
  settingDiagnostics,
  imageBindingDiagnostics,
  illTypedDiagnostics,
  mdaaDiagnostics,
];

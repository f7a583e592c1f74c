import { argumentDiagnostics } from '../definition/argument-diagnostics.js';
import { DEFINITION_RULES } from '../definition/definition-rules.js';
import { shapeDiagnostics } from '../definition/shape-diagnostics.js';
import { parameterDiagnostics } from '../execution/parameter-diagnostics.js';
import { updateDiagnostics } from '../execution/pipeline-update.js';
import { scenarioDiagnostics } from '../execution/scenario/scenario-diagnostics.js';
import { selectionDiagnostics } from '../execution/selection-diagnostics.js';
import { propertyPathDiagnostics } from '../graph/check-property-paths.js';
import { GRAPH_RULES } from '../graph/graph-rules.js';
import { lockDiagnostics } from '../project-config/image-lock.js';
import { projectDiagnostics } from '../project-config/project-diagnostics.js';
import { syntaxDiagnostics } from '../source/syntax-diagnostics.js';
import { artifactDiagnostics } from '../spec/artifacts-setting.js';
import { deployTimeDiagnostics } from '../spec/deploy-time-only.js';
import { flatArgumentDiagnostics } from '../spec/flat-arguments.js';
import { literalDiagnostics } from '../spec/literal-only.js';
import { requestDiagnostics } from '../spec/request-diagnostics.js';
import { specDiagnostics } from '../spec/spec-diagnostics.js';
import { startTimeDiagnostics } from '../spec/start-time-only.js';
import { stepTypeDiagnostics } from '../spec/step-type-diagnostics.js';
import { triggerDiagnostics } from '../spec/trigger-diagnostics.js';
import { valueDiagnostics } from '../spec/value-diagnostics.js';
import { clarifyDiagnostics } from '../step-types/clarify-check/analysis-config.js';
import { conditionDiagnostics } from '../step-types/condition/parse-condition.js';
import { registerModelDiagnostics } from '../step-types/register-model/register-model-body.js';
import { tuningDiagnostics } from '../step-types/tuning/tuning-diagnostics.js';
import type { AnyDiagnosticFactories } from './catalogue.js';

/** The diagnostics of this package, collected from where they are declared. */
export const schemaDiagnostics: readonly AnyDiagnosticFactories[] = [
  syntaxDiagnostics,
  shapeDiagnostics,
  ...DEFINITION_RULES.map(({ diagnostics }) => diagnostics),
  ...GRAPH_RULES.map(({ diagnostics }) => diagnostics),
  propertyPathDiagnostics,
  argumentDiagnostics,
  specDiagnostics,
  stepTypeDiagnostics,
  valueDiagnostics,
  literalDiagnostics,
  deployTimeDiagnostics,
  startTimeDiagnostics,
  triggerDiagnostics,
  requestDiagnostics,
  artifactDiagnostics,
  flatArgumentDiagnostics,
  conditionDiagnostics,
  clarifyDiagnostics,
  registerModelDiagnostics,
  tuningDiagnostics,
  parameterDiagnostics,
  selectionDiagnostics,
  updateDiagnostics,
  scenarioDiagnostics,
  projectDiagnostics,
  lockDiagnostics,
];

import { defineDiagnostics } from '../../diagnostics/define-diagnostics.js';
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.js';
import type { Json, JsonObject } from '../../source/json.js';
import { isNumber, numberOf } from '../../source/source-number.js';
import { memberAt } from '../member-at.js';
import { ruleOnSteps } from '../rule-on-steps.js';

/** All payloads that a container holds at once, in MB. */
const MOST_PAYLOAD = 100;

const diagnostics = defineDiagnostics('definition', {
  'batch-without-split': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R89'],
    message: () =>
      'BatchStrategy MultiRecord puts several records into a request, but the input is not split into records',
    help: () => 'set SplitType to Line, RecordIO or TFRecord, or leave BatchStrategy out',
    explanation:
      'MultiRecord fills each request with as many records as fit. It needs TransformInput.SplitType, which says what a record is (API reference of CreateTransformJob).',
  },
  'transform-payload': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R89'],
    message: (p: { payload: number; concurrent: number }) =>
      `MaxPayloadInMB × MaxConcurrentTransforms is ${p.payload} × ${p.concurrent} = ${p.payload * p.concurrent} MB, at most ${MOST_PAYLOAD} MB are allowed`,
    help: (p) =>
      p.concurrent > MOST_PAYLOAD
        ? `at most ${MOST_PAYLOAD} can run at once, with 1 MB each`
        : `with ${p.concurrent} at once a payload has at most ${Math.floor(MOST_PAYLOAD / p.concurrent)} MB`,
    explanation:
      'CreateTransformJob: the payload of one request is at most 100 MB, and so are those of all requests that run at once.',
  },
  'joined-without-assembly': {
    severity: 'error',
    kind: 'refusal',
    rules: ['R89'],
    message: (p: { split: string; assemble: string }) =>
      `input and predictions are joined record by record, but SplitType is ${p.split} and AssembleWith is ${p.assemble}`,
    help: (p) => `set both to the same, as ${p.split === 'None' ? 'Line' : p.split}`,
    explanation:
      'With DataProcessing.JoinSource Input each prediction is joined with its record, so input and output must be taken apart and put together in the same way: input that is split at lines needs output that is assembled by lines.',
  },
});

/** The settings of a transform job that depend on one another agree. */
export const transformsFitTogether = ruleOnSteps({
  rules: ['R89'],
  types: ['Transform'],
  diagnostics,
  check: function* ({ step, path }) {
    const at = [...path, 'Arguments'];
    const split = memberAt(step.Arguments, 'TransformInput', 'SplitType') ?? 'None';
    if (step.Arguments['BatchStrategy'] === 'MultiRecord' && split === 'None')
      yield diagnostics['batch-without-split']({}, { path: [...at, 'BatchStrategy'] });
    yield* checkPayload(step.Arguments, at);
    if (memberAt(step.Arguments, 'DataProcessing', 'JoinSource') === 'Input')
      yield* checkJoin(step.Arguments, { split, path: at });
  },
});

function* checkPayload(args: JsonObject, path: Path): Iterable<Diagnostic> {
  const { MaxPayloadInMB: payload, MaxConcurrentTransforms: concurrent } = args;
  if (!isNumber(payload) || !isNumber(concurrent)) return;
  const parameters = { payload: numberOf(payload), concurrent: numberOf(concurrent) };
  if (parameters.payload * parameters.concurrent > MOST_PAYLOAD)
    yield diagnostics['transform-payload'](parameters, { path: [...path, 'MaxPayloadInMB'] });
}

function* checkJoin(args: JsonObject, { split, path }: { readonly split: Json; readonly path: Path }) {
  const assemble = memberAt(args, 'TransformOutput', 'AssembleWith') ?? 'None';
  if (typeof split !== 'string' || typeof assemble !== 'string' || split === assemble) return;
  yield diagnostics['joined-without-assembly'](
    { split, assemble },
    { path: [...path, 'DataProcessing', 'JoinSource'] },
  );
}

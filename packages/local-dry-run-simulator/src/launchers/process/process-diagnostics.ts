import { defineDiagnostics } from '@millrace/schema';

/** What a run of real scripts on this machine does differently from SageMaker. */
export const processDiagnostics = defineDiagnostics('simulation', {
  'opt-ml-not-mounted': {
    severity: 'warning',
    kind: 'remark',
    message: (p: { folder: string }) =>
      `This machine does not let its user mount /opt/ml: arguments and environment variables lead to ${p.folder} instead, and a path /opt/ml written into a script leads nowhere.`,
    help: () => 'read paths from arguments and SM_* variables, as SageMaker recommends, or allow user namespaces',
    explanation:
      'Scripts for SageMaker find their files below /opt/ml. On Linux, Millrace mounts the folder of the job there, in a user and mount namespace that ' +
      'only the script sees. Some systems forbid that. Then paths in arguments and environment variables are replaced by places on this machine, ' +
      'which scripts that read SM_CHANNEL_TRAIN, SM_MODEL_DIR or their arguments do not notice.',
  },
  'image-approximated': {
    severity: 'info',
    kind: 'remark',
    message: (p: { image: string; python: string; libraries: readonly string[] }) =>
      p.libraries.length === 0
        ? `The image ${p.image} is not run: Python ${p.python} of this machine with the step's requirements stands for it.`
        : `The image ${p.image} is not run: Python ${p.python} of this machine with ${p.libraries.join(', ')} and the step's requirements stands for it.`,
    explanation:
      'The process launcher runs scripts with the Python of this machine, in an environment made from the requirements of the step. For the framework ' +
      'images whose content is known, the libraries of the image are installed too. Everything else that an image brings is missing.',
  },
  'setting-not-honoured': {
    severity: 'info',
    kind: 'remark',
    message: (p: { setting: string }) => `Not honoured: ${p.setting}.`,
    explanation:
      'A setting of the job has no counterpart when its script runs as a process of this machine. SageMaker will honour it.',
  },
  'network-not-isolated': {
    severity: 'warning',
    kind: 'remark',
    message: () =>
      'The step asks for network isolation, which this machine cannot give a process: the script can reach the network here.',
    explanation:
      'Network isolation is done with a network namespace, which some systems forbid. On SageMaker the script has no network.',
  },
  'bad-metric-regex': {
    severity: 'warning',
    kind: 'remark',
    rules: ['R84'],
    message: (p: { name: string }) =>
      `The regular expression of metric "${p.name}" cannot be read; the metric is never found.`,
    explanation:
      'A metric definition finds its value in the log by a regular expression with one group around the number.',
  },
});

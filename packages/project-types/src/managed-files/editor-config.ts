import type { ManagedFile } from '../managed-file.js';

const lines = [
  '# Managed by create-ml-project.',
  'root = true',
  '',
  '[*]',
  'charset = utf-8',
  'end_of_line = lf',
  'indent_style = space',
  'indent_size = 2',
  'insert_final_newline = true',
  'trim_trailing_whitespace = true',
  '',
  '[*.py]',
  'indent_size = 4',
];

export const editorConfig: ManagedFile = {
  render: () => ({ '.editorconfig': `${lines.join('\n')}\n` }),
};

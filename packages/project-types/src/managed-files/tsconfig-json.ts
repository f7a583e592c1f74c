import { jsonText } from '../json-text.js';
import type { ManagedFile } from '../managed-file.js';

/** For editors, and for TypeScript that a project adds; nothing is emitted. */
export const tsconfigJson: ManagedFile = {
  render: () => ({
    'tsconfig.json': jsonText({
      compilerOptions: {
        target: 'ES2023',
        module: 'NodeNext',
        moduleResolution: 'NodeNext',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
      },
      include: ['**/*.ts'],
      exclude: ['node_modules', '.millrace'],
    }),
  }),
};

import { jsonText } from '../json-text.js';
import type { ManagedFile } from '../managed-file.js';

/** Checks `infra/` and whatever TypeScript a project adds; nothing is emitted. */
export const tsconfigJson: ManagedFile = {
  render: () => ({
    'tsconfig.json': jsonText({
      compilerOptions: {
        target: 'ES2023',
        module: 'NodeNext',
        moduleResolution: 'NodeNext',
        types: ['node'],
        strict: true,
        noEmit: true,
        skipLibCheck: true,
      },
      include: ['**/*.ts'],
      exclude: ['node_modules', '.millrace', 'cdk.out'],
    }),
  }),
};

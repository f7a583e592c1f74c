#!/usr/bin/env node
import { existsSync } from 'node:fs';

const bundle = new URL('../dist/cli.js', import.meta.url);
if (existsSync(bundle)) {
  await import(bundle.href);
} else {
  console.error(
    'create-ml-project is not built yet: run "npm run build" in the folder of the Millrace repository first.',
  );
  process.exitCode = 1;
}

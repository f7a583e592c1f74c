import { readFile, rm, writeFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import { bundledPackages } from './bundled-packages.js';
import { renderLicences } from './render-licences.js';

/** Bundled CommonJS packages call `require`; the long name cannot collide with one of theirs. */
const banner =
  "import{createRequire as __millraceCreateRequire}from'node:module';const require=__millraceCreateRequire(import.meta.url);";

/** zod carries its messages in fifty languages; Millrace writes its own, and English is the one fallback. */
const onlyEnglish: Plugin = {
  name: 'only-english',
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

/**
 * A command checks one document and ends, so parsers that zod would compile for speed cost more than they save: a tenth
 * of a `compile`. Of 2,000 steps they save nothing that can be measured.
 */
const interpretedParsers: Plugin = {
  name: 'interpreted-parsers',
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod[\\/]v4[\\/]core[\\/]core\.js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\nglobalConfig.jitless = true;\n`,
    }));
  },
};

/**
 * Bundles the app in the working directory from the sources of all packages: `src/cli.ts` to `dist/cli.js`. Splitting
 * keeps lazily imported modules in chunks of their own, so that `--version` does not pay for the service model or the
 * prompts. The licences of what the bundle contains lie beside it.
 */
await rm('dist', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ['src/cli.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minifyWhitespace: true,
  minifySyntax: true,
  // Identifiers stay: a stack trace in a bug report must be readable.
  minifyIdentifiers: false,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  conditions: ['@millrace/source'],
  // Some packages have ES modules beside a CommonJS form whose `require` calls a bundler cannot follow.
  mainFields: ['module', 'main'],
  plugins: [onlyEnglish, interpretedParsers],
  banner: { js: banner },
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
});
await writeFile('dist/third-party-licences.txt', renderLicences(bundledPackages(Object.keys(metafile.inputs))));

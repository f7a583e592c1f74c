/** Bundled CommonJS packages call `require`; the long name cannot collide with a minified one. */
const banner =
  "import{createRequire as __millraceCreateRequire}from'node:module';const require=__millraceCreateRequire(import.meta.url);";

/**
 * Bundles an app from the sources of all packages. Splitting keeps lazily imported modules in chunks of their own, so
 * that `--version` does not pay for the service model or the prompts.
 */
export const bundleCommand = [
  'esbuild src/cli.ts --bundle --splitting --minify --platform=node --target=node20.19 --format=esm --outdir=dist',
  '--conditions=@millrace/source --legal-comments=linked --log-level=warning',
  `"--banner:js=${banner}"`,
].join(' ');

// The bundler copies the file's content, so that the bundle knows its version without looking for its package.
import manifest from '../../package.json' with { type: 'json' };

/** Name and version that `--help` and `--version` show. */
export const appPackage = { version: manifest.version, description: manifest.description } as const;

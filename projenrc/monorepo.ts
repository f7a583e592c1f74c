import { execFileSync } from 'node:child_process';
import { JsonFile, Project, ProjenrcFile, TextFile } from 'projen';
import { Licence } from './licence.js';
import { LintConfig } from './lint-config.js';
import { NxConfig } from './nx-config.js';
import { BaseTypescriptConfig } from './typescript-config.js';
import { pin, type ThirdParty } from './versions.js';
import { WorkspacePackage } from './workspace-package.js';

/** What the root package adds to the workspaces. */
export interface MonorepoOptions {
  readonly devDependencies: readonly ThirdParty[];
  readonly scripts: Readonly<Record<string, string>>;
  /** Build results and caches that git must not see. */
  readonly ignored: readonly string[];
}

/** The root of the repository: npm workspaces, and every file that concerns more than one of them. */
export class Monorepo extends Project {
  private readonly manifest: JsonFile;

  constructor(options: MonorepoOptions) {
    super({ name: 'millrace-workspace', commitGenerated: true, projenCommand: 'npx projen' });
    this.manifest = new JsonFile(this, 'package.json', { obj: rootManifest(options) });
    // Lock files must not name the registry that happened to serve a package.
    new TextFile(this, '.npmrc', { lines: ['omit-lockfile-registry-resolved=true', 'fund=false', 'audit=false', ''] });
    new JsonFile(this, 'projenrc/tsconfig.json', { obj: projenrcTsconfig });
    new Licence(this, '.');
    new BaseTypescriptConfig(this);
    new NxConfig(this);
    new ProjenrcTypescript(this);
    for (const pattern of options.ignored) this.gitignore.exclude(pattern);
    this.defaultTask?.reset('tsc -p projenrc');
    this.defaultTask?.exec('tsx .projenrc.ts');
  }

  private get workspaces(): WorkspacePackage[] {
    return this.components.filter((component) => component instanceof WorkspacePackage);
  }

  override preSynthesize(): void {
    super.preSynthesize();
    new LintConfig(this, this.workspaces);
  }

  /** The lock follows the manifests, whichever of them changed. */
  override postSynthesize(): void {
    super.postSynthesize();
    const changed = [this.manifest, ...this.workspaces.map((workspace) => workspace.manifest)].some((it) => it.changed);
    if (changed && !process.env.CI) execFileSync('npm', ['install'], { cwd: this.outdir, stdio: 'inherit' });
  }
}

/** Tells projen which file the marker of generated files points at. */
class ProjenrcTypescript extends ProjenrcFile {
  readonly filePath = '.projenrc.ts';
}

const projenrcTsconfig = {
  extends: '../tsconfig.base.json',
  compilerOptions: { noEmit: true },
  include: ['**/*.ts', '../.projenrc.ts'],
};

function rootManifest({ devDependencies, scripts }: MonorepoOptions): object {
  return {
    name: 'millrace-workspace',
    private: true,
    license: Licence.spdx,
    type: 'module',
    engines: { node: '>=20.19' },
    workspaces: ['packages/*', 'apps/*', 'tools'],
    scripts,
    devDependencies: pin(...devDependencies),
    // Packages whose install scripts may run.
    allowScripts: { esbuild: true, nx: true },
  };
}

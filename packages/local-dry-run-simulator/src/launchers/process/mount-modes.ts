/**
 * How a program sees the sandbox: at /opt/ml and without network, at /opt/ml, or by translated paths. A system may allow
 * one and not the other.
 */
export type MountMode = 'isolated' | 'mounted' | 'translated';

/** What this machine allows its user; found out by trying, with the first job that would need it. */
export class MountModes {
  readonly #refused = new Set<MountMode>();

  /** `linux`: whether there are namespaces at all. */
  constructor(linux: boolean = process.platform === 'linux') {
    if (!linux) for (const mode of ['isolated', 'mounted'] as const) this.#refused.add(mode);
  }

  /** The most faithful mode that has not been refused. */
  bestFor(isolated: boolean): MountMode {
    const wanted: readonly MountMode[] = isolated ? ['isolated', 'mounted'] : ['mounted'];
    return wanted.find((mode) => !this.#refused.has(mode)) ?? 'translated';
  }

  /** The system has refused the mode: it is not tried again. */
  refuse(mode: MountMode): void {
    this.#refused.add(mode);
  }
}

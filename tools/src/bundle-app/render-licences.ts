import type { BundledPackage } from './bundled-packages.js';

const introduction = 'This program contains the following third-party packages.';
const rule = `\n\n${'-'.repeat(80)}\n\n`;

/** The notices that the licences of bundled packages ask for, as one text file. */
export function renderLicences(packages: readonly BundledPackage[]): string {
  return `${[introduction, ...packages.map(renderPackage)].join(rule)}\n`;
}

function renderPackage({ name, version, licence, texts }: BundledPackage): string {
  return [`${name} ${version} (${licence})`, ...texts].join('\n\n');
}

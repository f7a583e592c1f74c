import type { PlatformInput } from '@millrace/compiler';
import { ARTIFACT_LAYOUT, type ArtifactArea, type ArtifactsSetting } from '@millrace/schema';
import type { ProjectEnvironment } from './project-environment.js';

type Retention = NonNullable<ProjectEnvironment['config']['retention']>;

/** Where a project's pipelines are deployed, and for whom else. */
export interface Deployment {
  readonly environment: ProjectEnvironment;
  /** Accounts that run the models. */
  readonly consumers: readonly string[];
}

/** A pipeline with what the project config says of its platform. What the spec itself says of retention wins. */
export function inEnvironment(pipeline: PlatformInput, { environment, consumers }: Deployment): PlatformInput {
  const { settings } = pipeline;
  const { platform, artifacts } = settings;
  const { retention, buckets } = environment.config;
  return {
    ...pipeline,
    settings: {
      ...settings,
      artifacts: retention === undefined ? artifacts : merged(settingOf(retention), artifacts),
      platform: {
        ...platform,
        consumerAccounts: [...new Set([...platform.consumerAccounts, ...consumers])],
        additionalReadBuckets: [...new Set([...platform.additionalReadBuckets, ...(buckets?.read ?? [])])],
      },
    },
  };
}

const AREAS = Object.keys(ARTIFACT_LAYOUT);

function settingOf(retention: Retention): ArtifactsSetting {
  const areas = AREAS.flatMap((area) => {
    // The keys of both tables are the areas; Object.keys forgets that.
    const period = retention[area as ArtifactArea];
    return period === undefined ? [] : [[area, areaSetting(area as ArtifactArea, period)]];
  });
  return Object.fromEntries(areas);
}

function areaSetting(area: ArtifactArea, period: number | 'keep') {
  const expireAfter = period === 'keep' ? ('never' as const) : period;
  if (area === 'code') return { expireRetiredAfter: expireAfter };
  const { infrequentAccessAfterDays: moves } = ARTIFACT_LAYOUT[area].lifecycle;
  // S3 refuses to move objects on the day on which they are deleted, or later.
  const tooLate = moves !== undefined && period !== 'keep' && period <= moves;
  return { expireAfter, ...(tooLate && { infrequentAccessAfter: 'never' as const }) };
}

function merged(config: ArtifactsSetting, spec: ArtifactsSetting = {}): ArtifactsSetting {
  const areas = AREAS.map((area) => [area, { ...config[area as ArtifactArea], ...spec[area as ArtifactArea] }]);
  return { ...spec, ...Object.fromEntries(areas) };
}

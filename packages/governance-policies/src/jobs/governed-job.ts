import {
  isJsonObject,
  type JobRequest,
  type Json,
  type JsonObject,
  type Path,
  type PlacedStep,
} from '@millrace/schema';
import { JOB_SETTINGS, type JobForm, type JobSetting, type Way } from './job-form.js';

/** A member of a request, there or not. */
export interface PlacedMember {
  /** Undefined where it is absent. */
  readonly value: Json | undefined;
  /** The place of the member; where it is absent, of the innermost object that there is and that lacks it. */
  readonly path: Path;
  /** The place of the member, there or not. */
  readonly place: Path;
}

/** Something that a step starts or records, and that rules demand settings of. */
export class GovernedJob {
  readonly request: JsonObject;
  readonly path: Path;

  constructor(
    readonly placed: PlacedStep,
    readonly form: JobForm,
    { job, path }: JobRequest,
  ) {
    this.request = job;
    this.path = path;
  }

  /** The name of the step. */
  get step(): string {
    return this.placed.step.Name;
  }

  /** Whether such a request has the setting at all. */
  has(setting: JobSetting): boolean {
    return JOB_SETTINGS[this.form][setting] !== undefined;
  }

  /** A setting; absent for a form that has none such. */
  setting(setting: JobSetting): PlacedMember {
    return this.member(JOB_SETTINGS[this.form][setting] ?? [setting]);
  }

  /** The member at the end of a way. */
  member(way: Way): PlacedMember {
    return memberIn(this.request, way, this.path);
  }
}

/** The member at the end of a way into a value; null counts as absent. */
export function memberIn(start: Json | undefined, way: Way, path: Path): PlacedMember {
  const place = [...path, ...way];
  let at: Json | undefined = start;
  let depth = 0;
  for (const key of way) {
    const next: Json | undefined = isJsonObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
    if (next === undefined || next === null)
      return { value: undefined, path: [...path, ...way.slice(0, depth)], place };
    at = next;
    depth += 1;
  }
  return { value: at, path: place, place };
}

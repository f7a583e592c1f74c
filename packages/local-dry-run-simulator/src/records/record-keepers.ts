import { keepModel } from './model.js';
import type { RecordKeeper } from './record-keeper.js';
import { registerModel } from './register-model.js';

/** The list of records, by step type. */
const RECORD_KEEPERS: Readonly<Record<string, RecordKeeper>> = {
  Model: keepModel,
  RegisterModel: registerModel,
};

/** How the type writes its entry; undefined for types whose entries Millrace does not model. */
export function recordKeeperOf(type: string): RecordKeeper | undefined {
  return Object.hasOwn(RECORD_KEEPERS, type) ? RECORD_KEEPERS[type] : undefined;
}

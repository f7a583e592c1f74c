import { DEMANDED_FORMS, type DemandedForm } from '@millrace/schema';
import type { AdaptedShape, ShapesByName } from './adapted-shape.js';
import type { BotocoreShapeName } from './botocore-model.js';
import type { MemberChange, SelectedStepType } from './service-model-selection.js';

interface Change {
  readonly path: readonly string[];
  readonly member: MemberChange;
}

/**
 * Applies the changes of a step type to its request. Shapes on the way to a changed member are copied under the
 * step type's name, because other requests share them.
 * @returns the name of the shape that `Arguments` have.
 */
export function adaptRequest(selected: SelectedStepType, input: string, shapes: ShapesByName): string {
  const changes = selected.changes.map((member) => ({
    path: member.member.replaceAll('[]', '.[]').split('.'),
    member,
  }));
  const root = `${selected.stepType}Arguments`;
  addCopy(root, copyShape(input, changes, { prefix: selected.stepType, shapes }), shapes);
  return root;
}

/** What all functions of one adaptation share: the copies' prefix, and the shapes that they read and add to. */
interface Context {
  readonly prefix: string;
  readonly shapes: ShapesByName;
}

function copyShape(name: string, changes: readonly Change[], context: Context): AdaptedShape {
  const shape = context.shapes.get(name);
  if (shape === undefined) throw new Error(`there is no shape ${name}`);
  if (shape.type !== 'list' || shape.member === undefined) return copyStructure(name, changes, context);
  return { ...shape, member: { shape: adaptBelow(shape.member.shape, changes.map(withoutFirst), context) } };
}

function copyStructure(name: string, changes: readonly Change[], context: Context): AdaptedShape {
  const shape = context.shapes.get(name);
  const members = { ...shape?.members };
  for (const member of new Set(changes.map(({ path }) => path[0] ?? ''))) {
    const target = members[member] ?? addedMember(member, changes);
    if (target === undefined) throw new Error(`${name} has no member ${member}; mend its file in selection/`);
    members[member] = target;
    const deeper = changes.filter(({ path }) => path[0] === member && path.length > 1).map(withoutFirst);
    if (deeper.length > 0) members[member] = { shape: adaptBelow(target.shape, deeper, context) };
  }
  const own = changes.filter(({ path }) => path.length === 1).map(({ member }) => member);
  return applyChanges({ type: 'structure', ...shape, members }, own);
}

function addedMember(name: string, changes: readonly Change[]): BotocoreShapeName | undefined {
  const added = changes.find(({ path, member }) => path.length === 1 && path[0] === name && member.change === 'add');
  return added?.member.shape === undefined ? undefined : { shape: added.member.shape };
}

function adaptBelow(name: string, changes: readonly Change[], context: Context): string {
  const copy = `${context.prefix}${name}`;
  addCopy(copy, copyShape(name, changes, context), context.shapes);
  return copy;
}

function addCopy(name: string, shape: AdaptedShape, shapes: ShapesByName): void {
  const present = shapes.get(name);
  // Two ways may lead to one shape (PrimaryContainer, Containers[]); their changes have to agree.
  if (present !== undefined && JSON.stringify(present) !== JSON.stringify(shape)) {
    throw new Error(`${name} would have two meanings`);
  }
  shapes.set(name, shape);
}

function applyChanges(shape: AdaptedShape, changes: readonly MemberChange[]): AdaptedShape {
  const reasons = (kind: MemberChange['change']) =>
    Object.fromEntries(
      changes.filter(({ change }) => change === kind).map(({ member, reason }) => [lastName(member), reason]),
    );
  const refused = reasons('refuse');
  const released = new Set(
    changes.filter(({ change }) => change !== 'add' && !isForm(change)).map(({ member }) => lastName(member)),
  );
  return {
    ...shape,
    members: Object.fromEntries(Object.entries(shape.members ?? {}).filter(([name]) => !Object.hasOwn(refused, name))),
    required: (shape.required ?? []).filter((name) => !released.has(name)),
    expected: reasons('expect'),
    refused,
    forms: Object.fromEntries(
      changes.flatMap(({ member, change, reason }) =>
        isForm(change) ? [[lastName(member), { form: change, reason }] as const] : [],
      ),
    ),
  };
}

function isForm(change: MemberChange['change']): change is DemandedForm['form'] {
  return DEMANDED_FORMS.some((form) => form === change);
}

function withoutFirst({ path, member }: Change): Change {
  return { path: path.slice(1), member };
}

function lastName(member: string): string {
  return member.slice(member.lastIndexOf('.') + 1);
}

import type { ShapesByName } from './adapted-shape.js';
import { AWS_SERVICE_NAMES, AWS_SERVICES, type AwsServiceName } from './aws-services.js';
import type { BotocoreShape, BotocoreShapeName, PublishedModel } from './botocore-model.js';

/** The shapes of all services in one space of names, with members cased as a definition writes them. */
export function nameShapes({ services }: PublishedModel): ShapesByName {
  return new Map(
    AWS_SERVICE_NAMES.flatMap((service) =>
      Object.entries(services[service]?.shapes ?? {}).map(
        ([name, shape]) => [nameShape(service, name), rename(service, shape)] as const,
      ),
    ),
  );
}

/** The name of a service's shape among those of all services. */
export function nameShape(service: AwsServiceName, name: string): string {
  return `${AWS_SERVICES[service].prefix}${name}`;
}

function rename(service: AwsServiceName, shape: BotocoreShape): BotocoreShape {
  const reference = (name: BotocoreShapeName) => ({ shape: nameShape(service, name.shape) });
  const { members, required, member, key, value } = shape;
  return {
    ...shape,
    ...(members && { members: mapEntries(members, (name, target) => [nameMember(service, name), reference(target)]) }),
    ...(required && { required: required.map((name) => nameMember(service, name)) }),
    ...(member && { member: reference(member) }),
    ...(key && { key: reference(key) }),
    ...(value && { value: reference(value) }),
  };
}

function nameMember(service: AwsServiceName, name: string): string {
  return AWS_SERVICES[service].pascalCase ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
}

function mapEntries<T>(
  record: Readonly<Record<string, T>>,
  change: (name: string, value: T) => readonly [string, T],
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => change(name, value)));
}

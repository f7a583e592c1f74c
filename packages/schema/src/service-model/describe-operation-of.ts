/** The operation that describes what a request creates: `DescribeTrainingJob` for `CreateTrainingJob`. */
export function describeOperationOf(request: string | undefined): string | undefined {
  return request?.startsWith('Create') === true ? `Describe${request.slice('Create'.length)}` : undefined;
}

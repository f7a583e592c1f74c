/**
 * Metadata of a pipeline in a template: the file that it was made of, relative to the folder of its project. Exceptions of
 * that file hold in the template too.
 */
export const SPEC_METADATA = 'millrace:spec';

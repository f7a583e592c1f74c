export type { ProjectAnswers } from './project-answers.js';
export { renderManagedFiles } from './render-managed-files.js';

import { runGenerator } from '../run-generator.js';
import { generatedFiles } from './generated-files.js';

runGenerator('service model', generatedFiles);

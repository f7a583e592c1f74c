import { runGenerator } from '../run-generator.js';
import { generatedFiles } from './generated-files.js';

runGenerator('framework images', generatedFiles);

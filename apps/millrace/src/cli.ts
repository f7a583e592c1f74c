import { runCommandLine } from './command-line/run-command-line.js';
import { surviveClosedPipe } from './terminal/survive-closed-pipe.js';

surviveClosedPipe(process.stdout);
surviveClosedPipe(process.stderr);
// Not process.exit(): what is still on its way to a pipe must arrive.
process.exitCode = await runCommandLine(process.argv.slice(2));

import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { importsOf } from './imports.ts';
import { faultOf, findCycle } from './violations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = globSync(['src/**/*.{ts,tsx}', 'plugins/**/*.ts'], { cwd: root }).sort();
const imports = files.flatMap((file) => importsOf(root, file));
const cycle = findCycle(imports);
const faults = imports.flatMap((one) => faultOf(one) ?? []);
if (cycle) faults.push(`These files import each other in a circle: ${cycle.join(' → ')}`);

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`${files.length} files, ${imports.length} imports, ${faults.length} against the directions.\n`);
if (faults.length > 0) process.exitCode = 1;

import { existsSync } from 'node:fs';

// npm run bench -- <name>: the file of that name beside this one.

const [name = ''] = process.argv.slice(2);
const file = new URL(`${name}.ts`, import.meta.url);

if (!/^[a-z]+$/u.test(name) || name === 'run' || !existsSync(file)) {
  process.stderr.write('Usage: npm run bench -- <name>, for example store, fleet, plugins\n');
  process.exit(2);
}
await import(file.href);

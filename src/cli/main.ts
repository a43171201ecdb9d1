import { Command, Option } from 'commander';
import { addBuild } from './build.ts';
import { addCheck } from './check.ts';
import { addExport } from './export.ts';
import { fail, localeOf } from './exit.ts';
import { addImport } from './import.ts';
import { addKey } from './key/key.ts';
import { addPlugin } from './plugin/plugin.ts';
import { addRender } from './render.ts';
import { addServe } from './serve.ts';
import { addWorker } from './worker.ts';

const program = new Command('nianbao')
  .description('GraphQL gateway and renderer for annual reports on government information disclosure (年报)')
  .addOption(new Option('--lang <language>', 'language of messages').choices(['zh', 'en']).default('zh'))
  .showHelpAfterError()
  // 2 is for unusable input or arguments, help that was asked for is a success.
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

for (const add of [addServe, addBuild, addWorker, addImport, addCheck, addRender, addExport, addKey, addPlugin])
  add(program);

await program.parseAsync().catch((cause: unknown) => fail(cause, localeOf(program)));

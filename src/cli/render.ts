import { writeFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { readConfig } from '#app/config.ts';

type Options = Readonly<Record<string, unknown>>;

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function addOption(pair: string, options: Options): Options {
  const equals = pair.indexOf('=');
  if (equals < 1) throw new InvalidArgumentError('An option is written name=value.');
  return { ...options, [pair.slice(0, equals)]: parseValue(pair.slice(equals + 1)) };
}

function writeOut(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

async function render(
  subject: string,
  { renderer, output, option }: { renderer: string; output: string; option: Options },
): Promise<void> {
  const { renderSubject } = await import('#app/render-subject.ts');
  const bytes = await renderSubject({ subject, renderer, options: option }, { ...readConfig(), logLevel: 'warn' });
  await (output === '-' ? writeOut(bytes) : writeFile(output, bytes));
}

/** `nianbao render`: a document or a stored report, through any renderer. */
export function addRender(program: Command): void {
  program
    .command('render')
    .description('render a file, without any store, or a stored report by its id')
    .argument('<file-or-id>')
    .requiredOption('--renderer <id>', 'for example html, pdf, text')
    .requiredOption('--output <file>', 'where to write it; - for standard output')
    .option('--option <name=value>', "one of the renderer's options; may be repeated", addOption, {})
    .action(render);
}

import type { Command } from 'commander';
import { addAdd } from './add.ts';
import { addList } from './list.ts';
import { addNew } from './new.ts';
import { addRemove } from './remove.ts';
import { addTest } from './test.ts';

/** `nianbao plugin`: the plugins of a running gateway, and one's own. */
export function addPlugin(program: Command): void {
  const group = program
    .command('plugin')
    .description('see, add and remove plugins of a running gateway; write your own');
  for (const add of [addList, addAdd, addRemove, addTest, addNew]) add(group);
}

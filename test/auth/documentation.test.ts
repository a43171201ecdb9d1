import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { permissions, type Permission } from '#auth/permissions.ts';
import { roles } from '#auth/roles.ts';

/** The table of docs/sign-in.md, as it has to be. */
function roleTable(): string {
  const rows = Object.values<Permission>(permissions).map(({ at, roles: allowed, says }) => {
    const marks = roles.map((role) => (allowed.includes(role) ? (at === 'gateway' ? '✓ everywhere' : '✓') : ''));
    return [says, ...marks];
  });
  const lines = [['may', ...roles], ['---', ...roles.map(() => '---')], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

describe('docs/sign-in.md', () => {
  it('has the table of permissions', () => {
    const text = readFileSync(new URL('../../docs/sign-in.md', import.meta.url), 'utf8');
    const [, table] = /<!-- roles -->\n([\s\S]*?)\n?<!-- \/roles -->/u.exec(text) ?? [];
    expect(table, 'put the table that is expected here between the marks of docs/sign-in.md').toBe(roleTable());
  });
});

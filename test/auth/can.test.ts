import { describe, expect, it } from 'vitest';
import { can, demand, hasRole, reachOf } from '#auth/can.ts';
import { anonymous, operator, type Principal } from '#auth/principal.ts';
import { formatGrant, parseGrant } from '#auth/roles.ts';

const city = ['province', 'city'];
const bureau = [...city, 'bureau'];

function person(...roles: readonly string[]): Principal {
  return { kind: 'person', subject: 's', name: null, grants: roles.flatMap((role) => parseGrant(role) ?? []) };
}

describe('who may do what', () => {
  it('holds in an organization and below it, and not above or beside it', () => {
    const editor = person('editor@city');
    expect(can(editor, 'report.edit', bureau)).toBe(true);
    expect(can(editor, 'report.edit', city)).toBe(true);
    expect(can(editor, 'report.edit', ['province'])).toBe(false);
    expect(can(editor, 'report.edit', ['province', 'other city'])).toBe(false);
    expect(can(editor, 'report.edit', [])).toBe(false);
    expect(can(editor, 'report.edit')).toBe(true);
    expect(can(editor, 'report.publish', bureau)).toBe(false);
  });

  it('holds everywhere for a role that is bound to nothing', () => {
    expect(can(person('publisher'), 'report.publish', bureau)).toBe(true);
    expect(can(person('supervisor'), 'organization.save', [])).toBe(true);
    expect(can(operator, 'plugin.manage')).toBe(true);
  });

  it('lets nobody who is bound to an organization do what concerns the whole gateway', () => {
    expect(can(person('administrator@city'), 'plugin.manage')).toBe(false);
    expect(can(person('administrator@city'), 'audit.read', city)).toBe(false);
    expect(can(person('administrator@city'), 'report.publish', bureau)).toBe(true);
  });

  it('lets the anonymous and readers do nothing of it', () => {
    for (const nobody of [anonymous, person('reader'), person('reader@city')]) {
      expect(can(nobody, 'report.readWorking')).toBe(false);
      expect(reachOf(nobody, 'report.readWorking')).toEqual([]);
      expect(() => demand(nobody, 'report.edit', bureau)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    }
  });

  it('says where an action is allowed', () => {
    expect(reachOf(person('editor@a', 'reviewer@b', 'editor@a', 'reader@c'), 'report.readWorking')).toEqual(['a', 'b']);
    expect(reachOf(person('editor@a', 'reviewer'), 'report.readWorking')).toBe('everywhere');
    expect(hasRole(person('reviewer@city'), ['reviewer'], bureau)).toBe(true);
    expect(hasRole(person('reviewer@bureau'), ['reviewer'], city)).toBe(false);
  });
});

describe('roles in a claim', () => {
  it('are read with ids as GraphQL writes them, and plain', () => {
    const id = Buffer.from('Organization:b7-1').toString('base64');
    expect(parseGrant(`editor@${id}`)).toEqual({ role: 'editor', organization: 'b7-1' });
    expect(parseGrant('editor@b7-1')).toEqual({ role: 'editor', organization: 'b7-1' });
    expect(parseGrant('administrator')).toEqual({ role: 'administrator', organization: null });
    expect(formatGrant({ role: 'editor', organization: 'b7-1' })).toBe(`editor@${id}`);
  });

  it.each(['', 'editor@', 'Editor', 'editor ', '@x', 'root', 'administrators', 'constructor'])(
    'mean nothing when they are not ours: “%s”',
    (text) => expect(parseGrant(text)).toBeUndefined(),
  );
});

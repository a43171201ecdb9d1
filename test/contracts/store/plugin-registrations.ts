import { expect, test } from 'vitest';
import { freshStore, type CreateHarness } from './harness.ts';

/** What was decided of plugins: the last word on each. */
export function pluginRegistrationContract(createHarness: CreateHarness): void {
  const store = freshStore(createHarness);
  const registrations = () => store().pluginRegistrations;

  test('there are none at first; each is kept by its name, in the order of names', async () => {
    expect(await registrations().list()).toEqual([]);
    const saved = [await registrations().save('b', true), await registrations().save('@scope/a.b', false)];
    expect(await registrations().list()).toEqual(saved.reverse());
    expect(saved).toMatchObject([
      { name: '@scope/a.b', registered: false },
      { name: 'b', registered: true, changedAt: expect.any(Date) },
    ]);
  });

  test('the last word counts, also of many at once', async () => {
    await registrations().save('plugin', true);
    await registrations().save('plugin', false);
    expect(await registrations().list()).toMatchObject([{ name: 'plugin', registered: false }]);
    await Promise.all(Array.from({ length: 10 }, () => registrations().save('plugin', true)));
    expect(await registrations().list()).toMatchObject([{ name: 'plugin', registered: true }]);
  });

  test('what was handed out may be changed', async () => {
    const saved = await registrations().save('plugin', true);
    (saved as { registered: boolean }).registered = false;
    saved.changedAt.setFullYear(1999);
    const [found] = await registrations().list();
    expect(found?.registered).toBe(true);
    expect(found?.changedAt.getFullYear()).not.toBe(1999);
  });
}

import { expect, test } from 'vitest';
import { defaultPolicy } from '#reports/review-policy.ts';
import { freshStore, type CreateHarness } from './harness.ts';

const local = { departments: '01-28', governments: null };

/** What organizations have settled. */
export function organizationSettingsContract(createHarness: CreateHarness): void {
  const store = freshStore(createHarness);
  const settings = () => store().organizationSettings;

  test('what is settled of one thing leaves the other as it is, and null gives it up', async () => {
    expect(await settings().findMany(['a'])).toEqual([null]);
    await settings().change('a', { dueDates: local });
    await settings().change('a', { review: defaultPolicy });
    const settled = { organization: 'a', review: defaultPolicy, dueDates: local };
    expect(await settings().findMany(['b', 'a', 'a'])).toEqual([null, settled, settled]);
    await settings().change('a', { review: null });
    expect(await settings().findMany(['a'])).toEqual([{ ...settled, review: null }]);
  });

  test('two who settle something first at once are both heard', async () => {
    await Promise.all([settings().change('a', { dueDates: local }), settings().change('a', { review: defaultPolicy })]);
    expect(await settings().findMany(['a'])).toMatchObject([{ review: defaultPolicy, dueDates: local }]);
  });
}

import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { treeOf, type Figure } from '#reports/figures.ts';
import { compareReports, isChanged } from '#rollups/comparison.ts';
import { textDifference, type ParagraphDifference } from '#rollups/text-difference.ts';

const report = (figures: Record<string, Figure>, form = '2021', narratives: Record<string, string> = {}) => ({
  form,
  figures: treeOf(Object.entries(figures)),
  narratives,
});

function sideOf(paragraphs: readonly ParagraphDifference[], other: 'REMOVED' | 'ADDED'): string[] {
  const own = paragraphs.map(({ pieces }) => pieces.filter(({ kind }) => kind === 'SAME' || kind === other));
  return own.map((pieces) => pieces.map(({ text }) => text).join('')).filter((text) => text !== '');
}

describe('a comparison of two reports', () => {
  const received = 'applications.received.total';
  const fees = 'proactiveDisclosure.fees';

  it('has differences that are exact, ratios where there is one, and blanks that are no zeros', () => {
    const one = report({ [received]: 4, [fees]: '0.1', 'applications.carriedOver.total': 0 });
    const two = report({ [received]: 6, [fees]: '0.3', 'applications.carriedOver.total': 2 });
    const cells = new Map(compareReports(one, two).cells.map((cell) => [cell.path, cell]));
    expect(cells.get(received)).toMatchObject({ base: '4', other: '6', difference: '2', ratio: 1.5 });
    expect(cells.get(fees)).toMatchObject({ difference: '0.2', ratio: 3 });
    expect(cells.get('applications.carriedOver.total')).toMatchObject({ difference: '2', ratio: null });
    expect(cells.get('applications.carriedForward.total')).toMatchObject({ base: null, difference: null });
    expect([...cells.values()].filter(isChanged)).toHaveLength(3);
  });

  it('joins a row that one form divides, and leaves out what only one form has', () => {
    const row = 'applications.outcomes.other';
    const parts = {
      [`${row}.correctionOverdue.total`]: 1,
      [`${row}.feeOverdue.total`]: 2,
      [`${row}.miscellaneous.total`]: 3,
    };
    const { cells, leftOut } = compareReports(report({ [`${row}.undivided.total`]: 5 }, '2019'), report(parts));
    const cell = cells.find(({ path }) => path === `${row}.undivided.total`);
    expect(cell).toMatchObject({ base: '5', other: '6', difference: '1' });
    expect(leftOut).toContain(fees);
  });

  it('tells a changed word in a paragraph, and a paragraph that is new', () => {
    const paragraphs = textDifference('主动公开信息36条。\n\n第二段。', '主动公开信息58条。\n\n第二段。\n\n新增一段。');
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['CHANGED', 'SAME', 'ADDED']);
    expect(paragraphs[0]?.pieces.filter(({ kind }) => kind !== 'SAME')).toEqual([
      { kind: 'REMOVED', text: '36' },
      { kind: 'ADDED', text: '58' },
    ]);
  });

  it('makes both texts of its pieces, whatever they are', () => {
    const paragraph = array(constantFrom('公开', '信息', '36', '条', '。', '申请'), { minLength: 1, maxLength: 9 });
    const text = array(
      paragraph.map((words) => words.join('')),
      { maxLength: 6 },
    );
    assert(
      property(text, text, (one, two) => {
        const paragraphs = textDifference(one.join('\n\n'), two.join('\n\n'));
        expect(sideOf(paragraphs, 'REMOVED')).toEqual(one);
        expect(sideOf(paragraphs, 'ADDED')).toEqual(two);
      }),
    );
  });
});

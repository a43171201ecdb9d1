import { describe, expect, it } from 'vitest';
import { barChart } from '#rendering/charts/bar-chart.ts';
import { lineChart } from '#rendering/charts/line-chart.ts';
import { scaleTo } from '#rendering/charts/scale.ts';

const words = { id: 'c', title: '图', description: '甲 < 乙 & 丙' };

describe('charts', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 0.5, 1]],
    [7, [0, 2, 4, 6, 8]],
    [100, [0, 50, 100]],
    [11_398_889, [0, 5_000_000, 10_000_000, 15_000_000]],
  ])('have round steps up to above the greatest value: %d', (greatest, ticks) => {
    expect(scaleTo(greatest).ticks).toEqual(ticks);
  });

  it('carry a title and a description, colours of the text around them, text as text, and no face of their own', () => {
    const bars = [{ label: '予以公开', value: 3, says: '3' }];
    const series = [{ label: '本年新收', values: [1, 2] }];
    const line = lineChart({ ...words, positions: ['2023', '2024'], series, unit: '件' });
    for (const svg of [barChart({ ...words, bars }), line]) {
      expect(svg).toContain('role="img" aria-labelledby="c-title c-desc" fill="currentColor"');
      expect(svg).toContain('<desc id="c-desc">甲 &lt; 乙 &amp; 丙</desc>');
      expect(svg).not.toMatch(/#[0-9a-f]{3,6}|rgb|font-family|<style|<script/u);
    }
    expect(line).toMatch(/<text [^>]*>本年新收<\/text>/u);
  });

  it('break a line where a year has no figure, and mark each figure that there is', () => {
    const series = [{ label: '甲', values: [1, 2, null, 4, 5, null, 7] }];
    const svg = lineChart({ ...words, positions: ['1', '2', '3', '4', '5', '6', '7'], series, unit: '件' });
    expect(svg.match(/<polyline/gu)).toHaveLength(2);
    // One more beside the name.
    expect(svg.match(/<circle/gu)).toHaveLength(6);
  });

  it('keep names of lines that end together apart', () => {
    const series = ['甲', '乙', '丙'].map((label) => ({ label, values: [5, 5] }));
    const svg = lineChart({ ...words, positions: ['1', '2'], series, unit: '件' });
    const heights = [...svg.matchAll(/<text x="502" y="([\d.]+)"/gu)].map(([, y]) => Number(y));
    expect(heights).toHaveLength(3);
    expect(Math.min(...heights.slice(1).map((y, index) => y - (heights[index] ?? 0)))).toBeGreaterThanOrEqual(16);
  });
});

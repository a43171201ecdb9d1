import type { HtmlOptions } from '../options.ts';

type Colours = Readonly<Record<'ink' | 'ground' | 'line' | 'head' | 'band' | 'quiet' | 'mark' | 'focus', string>>;

/** The colours of the screen, by contrast and theme. */
export const palettes: Readonly<Record<HtmlOptions['contrast'], Readonly<Record<'light' | 'dark', Colours>>>> = {
  normal: {
    light: {
      ink: '#1b1b1b',
      ground: '#fff',
      line: '#8a8f98',
      head: '#f0f3f7',
      band: '#e3e9f1',
      quiet: '#595f69',
      mark: '#9c1c1c',
      focus: '#0b57d0',
    },
    dark: {
      ink: '#e4e6ea',
      ground: '#15181d',
      line: '#6b727d',
      head: '#20252d',
      band: '#29303a',
      quiet: '#a9b0bb',
      mark: '#f0a3a3',
      focus: '#8ab4f8',
    },
  },
  high: {
    light: {
      ink: '#000',
      ground: '#fff',
      line: '#000',
      head: '#fff',
      band: '#fff',
      quiet: '#000',
      mark: '#7a0000',
      focus: '#0000c8',
    },
    dark: {
      ink: '#fff',
      ground: '#000',
      line: '#fff',
      head: '#000',
      band: '#000',
      quiet: '#fff',
      mark: '#ffb3b3',
      focus: '#ffd800',
    },
  },
};

/** A page of its own has the ground of the article to its edges. */
function rulesFor(colours: Colours, scheme: 'light' | 'dark'): string {
  const variables = Object.entries(colours).map(([name, colour]) => `--${name}: ${colour};`);
  return `.nianbao { ${variables.join(' ')} color-scheme: ${scheme}; }
.nianbao-page { background: ${colours.ground}; }
`;
}

function byTheme(contrast: HtmlOptions['contrast'], theme: HtmlOptions['theme']): string {
  const { light, dark } = palettes[contrast];
  if (theme !== 'auto') return rulesFor(palettes[contrast][theme], theme);
  return `${rulesFor(light, 'light')}@media (prefers-color-scheme: dark) {\n${rulesFor(dark, 'dark')}}\n`;
}

const thick = `.nianbao { --hair: 2px; }
.nianbao thead th, .nianbao tbody th { font-weight: bold; }
`;

/** The colours as rules: those that were asked for, else those that the reader's system asks for. */
export function colourStyle({ contrast, theme }: HtmlOptions): string {
  if (contrast === 'high') return `${byTheme('high', theme)}${thick}`;
  return `${byTheme('normal', theme)}@media (prefers-contrast: more) {\n${byTheme('high', theme)}${thick}}\n`;
}

import { narrativeBlocks, type NarrativeBlock } from '#reports/narrative.ts';
import { builder } from '../builder.ts';

const NarrativeBlockRef = builder.objectRef<NarrativeBlock>('NarrativeBlock').implement({
  description: 'level 0 is a paragraph; 1 is a heading such as （一）, 2 such as 1.',
  fields: (t) => ({
    level: t.exposeInt('level'),
    text: t.exposeString('text'),
    runIn: t.exposeBoolean('runIn', { description: 'The heading begins the line of the paragraph that follows it.' }),
  }),
});

/** A chapter's heading and text. */
export const Narrative = builder.objectRef<{ readonly heading: string; readonly text: string }>('Narrative').implement({
  description: 'The text of a chapter.',
  fields: (t) => ({
    heading: t.exposeString('heading'),
    text: t.exposeString('text', { description: 'Plain text, paragraphs separated by a blank line.' }),
    blocks: t.field({ type: [NarrativeBlockRef], resolve: ({ text }) => narrativeBlocks(text) }),
  }),
});

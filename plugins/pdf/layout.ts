import type { PageLayout } from 'nianbao/plugin-api';

/** A4 with the text area of GB/T 9704-2012: 156 mm by 225 mm, 37 mm from the top and 28 mm from the binding edge. */
export const layout: PageLayout = {
  width: '210mm',
  height: '297mm',
  margin: { top: '37mm', right: '26mm', bottom: '35mm', left: '28mm' },
};

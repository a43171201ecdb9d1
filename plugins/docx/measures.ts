/** Lengths of GB/T 9704-2012. Pages are measured in twips (1/20 pt), letters in half points. */
const twipsPerMillimetre = 1440 / 25.4;

/** Millimetres as twips. */
function twips(millimetres: number): number {
  return Math.round(millimetres * twipsPerMillimetre);
}

/** A4; the text area is 156 by 225 mm. The page number stands 7 mm below it. */
export const page = {
  size: { width: twips(210), height: twips(297) },
  margin: { top: twips(37), right: twips(26), bottom: twips(35), left: twips(28), footer: twips(23) },
} as const;

/** Width of the text area. */
export const textWidth = twips(156);

/** 2号, 3号, 4号, 五号, 小五 in half points. */
export const sizes = { title: 44, body: 32, pageNumber: 28, table: 21, wideTable: 18 } as const;

/** 22 lines fill the text area. */
export const lineHeight = 580;

/** Two characters of body text. */
export const indent = 640;

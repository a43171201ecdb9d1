import type { Browser } from 'puppeteer';

/**
 * How far two pictures differ once both are a quarter as wide and high: the share of their pixels that differ by more than
 * a fifth of the range. What is only drawn a little sharper, by another version of Chromium, is averaged away.
 */
export async function shareThatDiffers(browser: Browser, one: Uint8Array, other: Uint8Array): Promise<number> {
  const page = await browser.newPage();
  try {
    const sources = [one, other].map((png) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`);
    return (await page.evaluate(`(${compareInPage})(${JSON.stringify(sources)})`)) as number;
  } finally {
    await page.close();
  }
}

const compareInPage = `async (sources) => {
  const images = await Promise.all(sources.map(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    return image;
  }));
  const width = Math.ceil(images[0].width / 4);
  const height = Math.ceil(images[0].height / 4);
  if (images.some((image) => Math.abs(image.width - images[0].width) > 8 || Math.abs(image.height - images[0].height) > 40)) return 1;
  const pixels = images.map((image) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
  });
  let different = 0;
  for (let index = 0; index < pixels[0].length; index += 4) {
    const far = [0, 1, 2].some((part) => Math.abs(pixels[0][index + part] - pixels[1][index + part]) > 51);
    if (far) different += 1;
  }
  return different / (width * height);
}`;

/** The picture with eight steps of each colour, which makes the file half as large. */
export async function withFewColours(browser: Browser, png: Uint8Array): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    const url = (await page.evaluate(`(${coarsenInPage})(${JSON.stringify(source)})`)) as string;
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  } finally {
    await page.close();
  }
}

const coarsenInPage = `async (source) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height);
  for (let index = 0; index < pixels.data.length; index += 1) pixels.data[index] = Math.round((pixels.data[index] / 255) * 7) * (255 / 7);
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL('image/png');
}`;

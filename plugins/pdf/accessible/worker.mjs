// What a thread of the pool runs. Node 22.18 and newer run TypeScript as it is; older ones need a loader.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
const { makeAccessible } = await import('./index.ts');

/** @param {Uint8Array} printed */
export default function work(printed) {
  return makeAccessible(printed);
}

// A reading process. Node 22.18 and newer run TypeScript as it is; older ones need a loader.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./answer-orders.ts');

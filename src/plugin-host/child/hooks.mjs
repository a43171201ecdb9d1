let settings = { pluginApi: '', folder: '', original: '', sources: {} };

/**
 * Takes the address of the contract; the addresses of the copy that runs and of the folder it was copied from; and
 * JavaScript for TypeScript files where Node can not read them itself.
 */
export function initialize(data) {
  settings = data;
}

function isPackage(specifier) {
  return !/^(?:[./#]|[a-z]+:)/u.test(specifier);
}

/** `nianbao/plugin-api` is the gateway's own; packages are looked for from where the plugin was found. */
export function resolve(specifier, context, next) {
  const { pluginApi, folder, original } = settings;
  if (specifier === 'nianbao/plugin-api') return { url: pluginApi, shortCircuit: true };
  if (!isPackage(specifier) || !context.parentURL?.startsWith(folder)) return next(specifier, context);
  return next(specifier, { ...context, parentURL: original + context.parentURL.slice(folder.length) });
}

/** A module's text: what the gateway sent for it, else the file. */
export function load(url, context, next) {
  const { sources } = settings;
  if (!Object.hasOwn(sources, url)) return next(url, context);
  return { format: 'module', source: sources[url], shortCircuit: true };
}

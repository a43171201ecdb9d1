import type { RegisteredPlugin, RegisteredRenderer } from '#rendering/renderer-catalogue.ts';
import { builder } from '../builder.ts';

const PluginState = builder.enumType('PluginState', {
  description: 'How a plugin stands; one that is active stays so while a new version of it is loaded and probed.',
  values: {
    LOADING: { description: 'Its files are being checked and its code is being loaded.' },
    PROBING: { description: 'Its renderers are being tried on a sample.' },
    ACTIVE: { description: 'Its renderers can be chosen.' },
    DRAINING: { description: 'It was removed; requests that began before are still being finished.' },
    FAILED: { description: 'Its renderers can not be chosen; error says why.' },
    DISABLED: { description: 'It was unregistered.' },
  } as const,
});

/** A plugin and how it stands. */
export const PluginRef = builder.objectRef<RegisteredPlugin>('Plugin').implement({
  description: 'A package of renderers.',
  fields: (t) => ({
    name: t.exposeString('name'),
    version: t.exposeString('version'),
    builtIn: t.exposeBoolean('builtIn'),
    state: t.expose('state', { type: PluginState }),
    error: t.string({
      nullable: true,
      resolve: ({ error }, _args, { locale }) => error?.say(locale) ?? null,
      description: 'Why it is not active, or why the newest version in its folder is not.',
    }),
  }),
});

/** A renderer that can be chosen. */
export const RendererRef = builder.objectRef<RegisteredRenderer>('Renderer').implement({
  description: 'A way to print a report; chosen by its id.',
  fields: (t) => ({
    id: t.exposeString('id'),
    plugin: t.field({ type: PluginRef, resolve: ({ plugin }) => plugin }),
    title: t.exposeString('title'),
    description: t.exposeString('description'),
    mediaType: t.exposeString('mediaType'),
    fileExtension: t.exposeString('fileExtension'),
    reportsOnly: t.boolean({
      description: 'It computes with the figures of a single report: roll-ups and other documents are refused.',
      resolve: ({ begins }) => begins === 'values',
    }),
    optionsSchema: t.field({
      type: 'JSONObject',
      description: 'JSON Schema of the options that rendering and renderReport take.',
      // A schema may have a `then`, by which executors know promises.
      resolve: ({ options }) => ({ toJSON: () => options }),
    }),
  }),
});

builder.queryFields((t) => ({
  renderers: t.field({
    type: [RendererRef],
    description: 'The renderers that are registered at this moment.',
    resolve: (_root, _args, { renderer }) => [...renderer.renderers.list()],
  }),
  renderer: t.field({
    type: RendererRef,
    nullable: true,
    description: 'A renderer by its id; null when it is not registered at this moment.',
    args: { id: t.arg.string({ required: true }) },
    resolve: (_root, { id }, { renderer }) => renderer.renderers.list().find((one) => one.id === id),
  }),
  plugins: t.field({
    type: [PluginRef],
    description: 'The plugins that were found, with those that could not be registered and why.',
    resolve: (_root, _args, { plugins }) => [...plugins.plugins()],
  }),
}));

import type { RegisteredPlugin, RegisteredRenderer } from '#rendering/renderer-catalogue.ts';
import { builder } from '../builder.ts';
import { ForbiddenRefusal, PluginRefusal, refusing } from '../refusals.ts';
import { PluginRef, RendererRef } from './renderers.ts';

interface Registered {
  readonly plugin: RegisteredPlugin;
  readonly renderers: readonly RegisteredRenderer[];
}

const RegisterPluginInput = builder.inputType('RegisterPluginInput', {
  fields: (t) => ({
    name: t.string({
      required: true,
      description: "A folder in the gateway's plugins directory, or the name of an installed npm package.",
    }),
  }),
});

const RegisterPluginSuccess = builder.objectRef<Registered>('RegisterPluginSuccess').implement({
  fields: (t) => ({
    plugin: t.field({ type: PluginRef, resolve: ({ plugin }) => plugin }),
    renderers: t.field({ type: [RendererRef], resolve: ({ renderers }) => [...renderers] }),
  }),
});

builder.mutationFields((t) => ({
  registerPlugin: t.field({
    type: RegisterPluginSuccess,
    description: 'Registers a renderer plugin while the gateway runs, on every gateway of the same store.',
    args: { input: t.arg({ type: RegisterPluginInput, required: true }) },
    authScopes: { may: 'plugin.manage' },
    errors: { types: [PluginRefusal, ForbiddenRefusal], union: { name: 'RegisterPluginResult' } },
    resolve: (_root, { input: { name } }, { plugins, renderer }) =>
      refusing([PluginRefusal], async () => {
        const plugin = await plugins.register(name);
        const renderers = renderer.renderers.list().filter((one) => one.plugin.name === name);
        return { plugin, renderers };
      }),
  }),
  unregisterPlugin: t.boolean({
    description:
      'Disables a plugin on every gateway of the same store until it is registered again; false without one.',
    authScopes: { may: 'plugin.manage' },
    args: { name: t.arg.string({ required: true }) },
    resolve: (_root, { name }, { plugins }) => plugins.unregister(name),
  }),
}));

import { hasCode } from '#errors/nianbao-error.ts';
import { ContractFault } from '../contract-fault.ts';
import { samples } from '../samples.ts';
import type { TriedRenderer } from '../tried-renderer.ts';
import type { RendererCheck } from './renderer-check.ts';

/** Values of every type; an option that takes them all says nothing about itself. */
const wrongValues = [null, {}, [], 'no such value \u0000', -0.5, 1e300, true, 'x'.repeat(10_000)];

/** Whether the options are refused, with a fault at the path. */
function isRefused(renderer: TriedRenderer, name: string, value: unknown): boolean {
  try {
    renderer.completeOptions({ [name]: value });
    return false;
  } catch (error) {
    return hasCode(error, 'RENDERER_OPTIONS_INVALID') && error.issues.some(({ path }) => path === `options.${name}`);
  }
}

function namesOf({ manifest }: TriedRenderer): string[] {
  return Object.keys((manifest.options['properties'] as object | undefined) ?? {});
}

/** A query need not give any options. */
export const defaultOptions: RendererCheck = {
  id: 'default-options',
  title: { zh: '不给选项时采用默认值，且默认值符合模式', en: 'has defaults for its options, which fit their schema' },
  samples: samples.slice(0, 1),
  run: async (renderer) => {
    renderer.completeOptions({});
  },
};

/** Options that are not declared, and values that do not fit, are refused before the renderer runs. */
export const wrongOptions: RendererCheck = {
  id: 'wrong-options',
  title: { zh: '拒绝不符合模式的选项，并指出位置', en: 'refuses options that break the schema, with the path' },
  samples: samples.slice(0, 1),
  run: async (renderer) => {
    if (!isRefused(renderer, 'no-such-option', 1))
      throw new ContractFault({
        zh: '未声明的选项没有被拒绝：请在选项模式中写 "additionalProperties": false',
        en: 'an option that is not declared is taken: say "additionalProperties": false in the options schema',
      });
    const loose = namesOf(renderer).find((name) => !wrongValues.some((value) => isRefused(renderer, name, value)));
    if (loose === undefined) return;
    throw new ContractFault(
      { zh: '选项“{loose}”接受任何值：请在模式中说明类型', en: 'the option “{loose}” takes anything: say its type' },
      { loose },
    );
  },
};

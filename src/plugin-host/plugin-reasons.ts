import type { Parameters, Phrase, Sentence } from '#errors/locale.ts';

/** Why a plugin can not be registered: what stands behind the colon of PLUGIN_INVALID. */
export const pluginReasons = {
  NAME_IMPOSSIBLE: { zh: '插件不能用这个名称', en: 'this can not be the name of a plugin' },
  NOT_FOUND: { zh: '没有找到它', en: 'it was not found' },
  NOT_HERE: {
    zh: '本网关没有它的代码：插件目录中既没有同名目录，也没有同名 npm 包',
    en: 'its code is not on this gateway: there is neither a folder nor an npm package of this name in its plugins directories',
  },
  FILES_UNREADABLE: { zh: '无法读取它的文件', en: 'its files can not be read' },
  FILES_TOO_MANY: { zh: '它的文件超过 {most} 个', en: 'it has more than {most} files' },
  FILE_NOT_PLAIN: { zh: '其中的“{file}”不是普通文件', en: '“{file}” in it is not a plain file' },
  LINK_BROKEN: { zh: '其中的链接“{file}”没有目标', en: 'the link “{file}” in it leads nowhere' },
  LINK_OUT: { zh: '其中的“{file}”指向目录之外', en: '“{file}” in it leads out of its folder' },
  MANIFEST_MISSING: { zh: '没有可读取的 plugin.json', en: 'it has no plugin.json that can be read' },
  MANIFEST_TOO_LARGE: { zh: 'plugin.json 超过 {most} KiB', en: 'its plugin.json is larger than {most} KiB' },
  MANIFEST_NOT_JSON: { zh: 'plugin.json 不是 JSON：{message}', en: 'its plugin.json is not JSON: {message}' },
  MANIFEST_WRONG: { zh: 'plugin.json 有误：{faults}', en: 'its plugin.json is wrong: {faults}' },
  NAME_DIFFERS: { zh: '清单中的名称是“{name}”', en: 'its manifest names it “{name}”' },
  VERSION_WRONG: { zh: '版本“{version}”不是语义化版本号', en: 'its version “{version}” is not a semantic version' },
  CONTRACT_WRONG: {
    zh: '契约“{contract}”不是版本范围',
    en: 'its contract “{contract}” is not a range of versions',
  },
  CONTRACT_DIFFERS: {
    zh: '它按插件契约 {contract} 编写，而本网关是 {own}',
    en: 'it was written for the plugin contract {contract}, and this is {own}',
  },
  RENDERER_TWICE: { zh: '渲染器“{renderer}”出现了两次', en: 'the renderer “{renderer}” is there twice' },
  DOCUMENT_OPTION_MISSING: {
    zh: '渲染器“{renderer}”的 documentOptions 中有“{option}”，而其选项模式没有声明它',
    en: 'the documentOptions of “{renderer}” name “{option}”, which its options schema does not declare',
  },
  SCHEMA_WRONG: {
    zh: '渲染器“{renderer}”的选项模式有误：{fault}',
    en: 'the options schema of “{renderer}” is wrong: {fault}',
  },
  ENTRY_BROKEN: { zh: '入口无法加载：{message}', en: 'its entry can not be loaded: {message}' },
  ENTRY_LATE: { zh: '入口未能在 {seconds} 秒内加载', en: 'its entry was not loaded within {seconds} s' },
  RENDERER_MISSING: { zh: '入口中没有渲染器“{renderer}”', en: 'its entry has no renderer “{renderer}”' },
  PROCESS_ENDED: { zh: '加载时进程结束：{message}', en: 'its process ended while it was loaded: {message}' },
  RENDERER_TAKEN: {
    zh: '渲染器“{renderer}”属于插件“{owner}”',
    en: 'the renderer “{renderer}” belongs to the plugin “{owner}”',
  },
  CIRCLE: { zh: '渲染器“{renderer}”会等待自身：{path}', en: '“{renderer}” would wait for itself: {path}' },
  INPUT_MISSING: {
    zh: '“{renderer}”需要“{upstream}”的输出，而它没有注册',
    en: '“{renderer}” takes the output of “{upstream}”, which is not registered',
  },
  PROBE_FAILED: { zh: '试运行失败：{failure}', en: 'it failed on the sample: {failure}' },
  PROBE_FAILED_SAYING: {
    zh: '试运行失败：{failure}（{message}）',
    en: 'it failed on the sample: {failure} ({message})',
  },
  INPUT_UNFIT: {
    zh: '它无法使用 {taken} 的输出：{failure}',
    en: 'it does not work with the output of {taken}: {failure}',
  },
} as const satisfies Record<string, Sentence>;

/** Why a plugin can not be registered, in both languages. */
export function reasonOf(word: keyof typeof pluginReasons, parameters: Parameters = {}): Phrase {
  return { sentence: pluginReasons[word], parameters };
}

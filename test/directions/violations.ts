import { directionRules, packageOwners, privateParts } from './rules.ts';
import type { Import } from './imports.ts';

function folderOf(path: string): string | undefined {
  return /^src\/([^/]+)\//u.exec(path)?.[1];
}

function directionFault({ from, target, isPackage }: Import): string | undefined {
  const [own, other] = [folderOf(from), folderOf(target)];
  if (own === undefined || isPackage || other === own) return undefined;
  const rule = directionRules.find(({ folder }) => folder === own);
  if (!rule) return `src/${own} has no rule in test/directions/rules.ts.`;
  if (other !== undefined && rule.mayImport.includes(other)) return undefined;
  return `src/${own} may import ${rule.mayImport.join(', ') || 'nothing'}. ${rule.why}`;
}

function pluginFault({ from, target, isPackage }: Import): string | undefined {
  const plugin = /^plugins\/[^/]+\//u.exec(from)?.[0];
  if (plugin === undefined || target.startsWith(plugin)) return undefined;
  if (isPackage && (target === 'nianbao/plugin-api' || !target.startsWith('nianbao'))) return undefined;
  return 'A plugin imports nianbao/plugin-api and its own packages and files, nothing else.';
}

function privacyFault({ from, target, isPackage }: Import): string | undefined {
  if (!from.startsWith('src/')) return undefined;
  if (isPackage) return packageOwners.find(({ name, importers }) => name.test(target) && !importers.test(from))?.why;
  return privateParts.find(({ path, importers }) => target.startsWith(path) && !importers.test(from))?.why;
}

function styleFault({ from, target, isPackage }: Import): string | undefined {
  if (isPackage || !from.startsWith('src/') || target.startsWith('src/')) return undefined;
  return 'src imports nothing that is beside it.';
}

/** What is wrong with an import, as a sentence, or undefined. */
export function faultOf(one: Import): string | undefined {
  const fault = directionFault(one) ?? pluginFault(one) ?? privacyFault(one) ?? styleFault(one);
  return fault === undefined ? undefined : `${one.from} imports ${one.target}: ${fault}`;
}

/** The first cycle of imports that is found, as the files in its order, or undefined. */
export function findCycle(imports: readonly Import[]): readonly string[] | undefined {
  const targets = new Map<string, string[]>();
  for (const { from, target, isPackage } of imports)
    if (!isPackage) targets.set(from, [...(targets.get(from) ?? []), target]);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of targets.get(file) ?? []) {
      const cycle = visit(target, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of targets.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

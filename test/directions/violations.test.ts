import { describe, expect, it } from 'vitest';
import { faultOf, findCycle } from './violations.ts';

const local = (from: string, target: string) => ({ from, target, isPackage: false });
const packaged = (from: string, target: string) => ({ from, target, isPackage: true });

describe('the directions of imports', () => {
  it.each([
    ['upwards', local('src/forms/form.ts', 'src/reports/report.ts')],
    ['an adapter from an edge', local('src/graphql/context.ts', 'src/store/mongo/open-mongo-store.ts')],
    ['one adapter from the other', local('src/store/mongo/a.ts', 'src/store/embedded/b.ts')],
    ['the gateway from a plugin', local('plugins/html/index.ts', 'src/errors/catalogue.ts')],
    ['a plugin from another', local('plugins/pdf/index.ts', 'plugins/html/page.ts')],
    ['a folder without a rule', local('src/unheard-of/a.ts', 'src/errors/catalogue.ts')],
    ['tests from src', local('src/app/create-app.ts', 'test/contracts/store.ts')],
    ['puppeteer outside the browser host', packaged('src/rendering/a.ts', 'puppeteer')],
    ['the driver outside its adapter', packaged('src/app/open-store.ts', 'mongodb')],
  ])('refuse %s', (_, one) => {
    expect(faultOf(one)).toContain(one.from);
  });

  it.each([
    local('src/reports/report.ts', 'src/forms/form.ts'),
    local('src/app/open-store.ts', 'src/store/embedded/open-embedded-store.ts'),
    local('plugins/html/index.ts', 'plugins/html/page.ts'),
    packaged('plugins/html/index.ts', 'nianbao/plugin-api'),
    packaged('src/browser-host/launch.ts', 'puppeteer'),
  ])('allow $from to import $target', (one) => {
    expect(faultOf(one)).toBeUndefined();
  });

  it('find a circle through three files', () => {
    const circle = [local('a', 'b'), local('b', 'c'), local('c', 'a'), local('x', 'a')];
    expect(findCycle(circle)).toEqual(['a', 'b', 'c', 'a']);
    expect(findCycle(circle.slice(0, 2))).toBeUndefined();
  });
});

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepInMemory } from '#rendering/keep-in-memory.ts';
import type { ArtifactStore } from '#store/artifact-store.ts';
import type { Store } from '#store/store.ts';
import { artifactContract } from '../contracts/store/artifacts.ts';
import type { StoreHarness } from '../contracts/store/harness.ts';
import { sampleArtifact } from '../contracts/store/samples.ts';
import { createFolderHarness } from '../store/embedded/folder-harness.ts';

async function createHarness(): Promise<StoreHarness> {
  const harness = await createFolderHarness();
  const open: StoreHarness['open'] = async (options) => {
    const store = await harness.open(options);
    return { ...store, artifacts: keepInMemory(store.artifacts, 1_000_000) };
  };
  return { ...harness, open };
}

async function read(artifacts: ArtifactStore, sha256: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of artifacts.read(sha256)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('artifacts kept in memory keep the store contract', () => {
  artifactContract(createHarness);
});

describe('artifacts kept in memory', () => {
  let harness: StoreHarness;
  let store: Store;
  beforeAll(async () => {
    harness = await createFolderHarness();
    store = await harness.open();
  });
  afterAll(async () => {
    await store.close();
    await harness.dispose();
  });

  function watched(limit: number) {
    const below = {
      save: vi.fn<ArtifactStore['save']>((...all) => store.artifacts.save(...all)),
      find: vi.fn<ArtifactStore['find']>((key) => store.artifacts.find(key)),
      findBySha256: vi.fn<ArtifactStore['findBySha256']>((sha256) => store.artifacts.findBySha256(sha256)),
      read: vi.fn<ArtifactStore['read']>((...all) => store.artifacts.read(...all)),
      noteShown: vi.fn<ArtifactStore['noteShown']>((...all) => store.artifacts.noteShown(...all)),
      shownBy: vi.fn<ArtifactStore['shownBy']>((sha256) => store.artifacts.shownBy(sha256)),
      expire: vi.fn<ArtifactStore['expire']>((date) => store.artifacts.expire(date)),
    };
    return { below, artifacts: keepInMemory(below, limit) };
  }

  it('are not asked of the store again', async () => {
    const { below, artifacts } = watched(100_000);
    const { record, bytes } = sampleArtifact(randomBytes(1000));
    await artifacts.save('saved', record, bytes);
    expect(await artifacts.find('saved')).toEqual(record);
    expect((await read(artifacts, record.sha256)).equals(bytes)).toBe(true);
    expect(below.find).not.toHaveBeenCalled();
    expect(below.read).not.toHaveBeenCalled();
  });

  it('are read once when another process saved them', async () => {
    const { below, artifacts } = watched(100_000);
    const { record, bytes } = sampleArtifact(randomBytes(1000));
    await store.artifacts.save('elsewhere', record, bytes);
    for (let time = 0; time < 3; time += 1) {
      expect(await artifacts.find('elsewhere')).toEqual(record);
      expect((await read(artifacts, record.sha256)).equals(bytes)).toBe(true);
    }
    expect(below.find).toHaveBeenCalledTimes(1);
    expect(below.read).toHaveBeenCalledTimes(1);
  });

  it('make room by their bytes, those asked for last staying; large ones are never kept', async () => {
    const { below, artifacts } = watched(8000);
    const samples = Array.from({ length: 9 }, () => sampleArtifact(randomBytes(1000)));
    for (const { record, bytes } of samples.slice(0, 8)) await artifacts.save(record.sha256, record, bytes);
    const [first, second, last] = [samples[0]!, samples[1]!, samples[8]!];
    await read(artifacts, first.record.sha256);
    await artifacts.save('last', last.record, last.bytes);
    await read(artifacts, first.record.sha256);
    expect(below.read).not.toHaveBeenCalled();
    await read(artifacts, second.record.sha256);
    expect(below.read).toHaveBeenCalledTimes(1);
    const large = sampleArtifact(randomBytes(1001));
    await artifacts.save('large', large.record, large.bytes);
    expect((await read(artifacts, large.record.sha256)).equals(large.bytes)).toBe(true);
    expect(below.read).toHaveBeenCalledTimes(2);
  });

  it('are forgotten with the store', async () => {
    const { artifacts } = watched(100_000);
    const { record, bytes } = sampleArtifact(randomBytes(1000));
    await artifacts.save('old', record, bytes);
    await artifacts.expire(new Date(Date.now() + 1000));
    expect(await artifacts.find('old')).toBeNull();
    await expect(read(artifacts, record.sha256)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

import nedb from '@seald-io/nedb';
import { unavailable } from '../documents/store-errors.ts';
import { createMutex } from '../documents/mutex.ts';
import type { StoreLog } from '../documents/store-log.ts';
import { createFlusher } from './flusher.ts';
import { cutTornTail } from './torn-tail.ts';

/** A NeDB database: its documents in memory, their changes appended to a file. */
export type Database = InstanceType<typeof nedb.default>;

// The package exports the class itself, which its types do not say.
const Datastore = nedb as unknown as typeof nedb.default;

/** An index of a data file. */
export interface IndexDefinition {
  readonly fields: readonly string[];
  readonly unique?: boolean;
  readonly sparse?: boolean;
}

/** Where a data file is, how it is searched, and who hears of repairs. */
export interface DataFileOptions {
  readonly file: string;
  readonly indexes: readonly IndexDefinition[];
  readonly log: StoreLog;
}

/**
 * A database whose memory never says what its file does not hold.
 *
 * A write is acknowledged when the file was flushed, so that it outlives the death of the process and, as far as the
 * disk keeps its own promises, a power loss. Reads may see a write of this process shortly before it is flushed.
 */
export class DataFile {
  readonly #options: DataFileOptions;
  readonly #database: Database;
  readonly #flush: () => Promise<void>;
  readonly #oneByOne = createMutex();
  #failure: unknown;
  #closed = false;
  #appended = 0;

  private constructor(options: DataFileOptions) {
    this.#options = options;
    this.#database = createDatabase(options.file);
    this.#flush = createFlusher(options.file);
  }

  /** Cuts off an unfinished line, loads the file and makes its indexes. STORE_UNAVAILABLE when the file is damaged. */
  static async open(options: DataFileOptions): Promise<DataFile> {
    const dataFile = new DataFile(options);
    await dataFile.#load();
    for (const { fields, ...kind } of options.indexes) {
      await dataFile.#database.ensureIndexAsync({ fieldName: [...fields], ...kind });
    }
    return dataFile;
  }

  /** Reads what was written. */
  async read<Result>(task: (database: Database) => Promise<Result>): Promise<Result> {
    if (this.#closed || this.#failure !== undefined) await this.#oneByOne(() => this.#requireReady());
    return task(this.#database);
  }

  /** Runs one write at a time; resolves when it is on the disk. STORE_UNAVAILABLE when it cannot be written. */
  async write<Result>(task: (database: Database) => Promise<Result>): Promise<Result> {
    const result = await this.#oneByOne(async () => {
      await this.#requireReady();
      const written = await this.#attempt(() => task(this.#database));
      await this.#compact();
      return written;
    });
    await this.#attempt(this.#flush);
    return result;
  }

  /** Waits for what is being written; later calls reject with STORE_UNAVAILABLE. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#oneByOne(() => Promise.resolve());
    // A write that cannot be flushed says so to its own caller.
    await this.#flush().catch(() => undefined);
  }

  async #load(): Promise<void> {
    const { file, log } = this.#options;
    try {
      await cutTornTail(file, log);
      await this.#database.loadDatabaseAsync();
      this.#failure = undefined;
    } catch (error) {
      throw unavailable(error);
    }
  }

  async #requireReady(): Promise<void> {
    if (this.#closed) throw unavailable(new Error(`${this.#options.file} was closed`));
    if (this.#failure !== undefined) await this.#load();
  }

  async #attempt<Result>(task: () => Promise<Result>): Promise<Result> {
    try {
      return await task();
    } catch (error) {
      if (!isFileError(error)) throw error;
      // The change is in memory already, and half a line may be in the file: the next call loads the file again.
      this.#failure = error;
      this.#options.log({ level: 'warn', message: 'could not write a data file', file: this.#options.file, error });
      throw unavailable(error);
    }
  }

  /** Rewrites the file when most of its lines are out of date. */
  async #compact(): Promise<void> {
    this.#appended += 1;
    if (this.#appended < 1000 || this.#appended < 2 * this.#database.getAllData().length) return;
    this.#appended = 0;
    const { file, log } = this.#options;
    await this.#database.compactDatafileAsync().catch((error: unknown) => {
      log({ level: 'warn', message: 'could not compact a data file', file, error });
    });
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function createDatabase(filename: string): Database {
  return new Datastore({
    filename,
    // Unfinished lines are cut off before, so that any unreadable line is damage.
    corruptAlertThreshold: 0,
    afterSerialization: escapeLineBreaks,
    beforeDeserialization: (line) => line,
  });
}

/** NeDB also splits lines at these three characters, which JSON leaves as they are. */
function escapeLineBreaks(json: string): string {
  return json.replace(/[\u0085\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

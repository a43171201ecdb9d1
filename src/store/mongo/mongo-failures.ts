import {
  MongoBulkWriteError,
  MongoClientClosedError,
  MongoError,
  MongoExpiredSessionError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoOperationTimeoutError,
  MongoServerError,
  MongoSystemError,
  MongoTopologyClosedError,
  MongoWriteConcernError,
  type WriteError,
} from 'mongodb';

const connectionErrors = [
  MongoNetworkError,
  // Includes that no server could be chosen and that no connection became free.
  MongoSystemError,
  MongoNotConnectedError,
  MongoTopologyClosedError,
  MongoClientClosedError,
  MongoExpiredSessionError,
  MongoOperationTimeoutError,
  MongoWriteConcernError,
];

/** Codes of a server that is starting, stepping down or shutting down. */
const passingCodes = new Set([6, 7, 64, 89, 91, 100, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** A name that does not resolve, now: what asks for SRV records names that call. */
function isNameFailure(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && /^(?:query|getaddrinfo)/u.test(String(error.syscall));
}

/** Whether an error says that the database cannot be reached or does not get done in time. */
export function isUnavailable(error: unknown): boolean {
  if (isNameFailure(error) || connectionErrors.some((kind) => error instanceof kind)) return true;
  if (!(error instanceof MongoError)) return false;
  if (error.name === 'MongoWaitQueueTimeoutError' || error.hasErrorLabel('RetryableWriteError')) return true;
  return error instanceof MongoServerError && passingCodes.has(Number(error.code));
}

/** Whether an error says that an operation took longer than it may (MaxTimeMSExpired). */
export function isOverTime(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 50;
}

/** Whether an error says that an index that a query names is not there. */
export function isWithoutIndex(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 2 && /hint/iu.test(error.message);
}

/** Whether an error says that a unique key is taken. */
export function isTaken(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11_000;
}

/** Which documents of a batch were refused because a unique key is taken; throws what is another error. */
export function takenOf(error: unknown): readonly WriteError[] {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const errors = [error.writeErrors].flat();
  if (errors.length === 0 || errors.some(({ code }) => code !== 11_000)) throw error;
  return errors;
}

/** Not a replica set, no such stage, no such command, not supported, not implemented. */
const lackingCodes = new Set([40_573, 40_324, 59, 115, 238, 303]);

/** Whether an error says that the server has no change streams. */
export function hasNoChangeStreams(error: unknown): boolean {
  return error instanceof MongoServerError && lackingCodes.has(Number(error.code));
}

/** Whether an error says that the collection is not there yet. */
export function isNoSuchCollection(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 26;
}

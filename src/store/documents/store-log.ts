/** Something that an operator should know of. Other members are details. */
export interface StoreEvent {
  readonly level: 'info' | 'warn';
  readonly message: string;
  readonly [detail: string]: unknown;
}

/** Where a store reports such events. */
export type StoreLog = (event: StoreEvent) => void;

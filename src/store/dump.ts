import type { Report } from '#reports/report.ts';
import type { RenderingRecord } from './artifact-store.ts';
import type { Organization } from './organization-store.ts';
import type { OrganizationSettings } from './organization-settings-store.ts';
import type { PluginRegistration } from './plugin-registration-store.ts';

/** A piece of all that a store keeps for good, in the words of the domain. */
export type Entry =
  | { readonly kind: 'organization'; readonly organization: Organization }
  /** One state of a report. All states of a report follow each other, oldest first; the last is the current one. */
  | { readonly kind: 'revision'; readonly report: Report }
  | { readonly kind: 'settings'; readonly settings: OrganizationSettings }
  /** What was decided of a plugin; its code is not in the store. */
  | { readonly kind: 'plugin'; readonly registration: PluginRegistration }
  | { readonly kind: 'artifact'; readonly key: string; readonly record: RenderingRecord; readonly bytes: Uint8Array };

/** What a dump holds besides organizations and reports. */
export interface DumpOptions {
  /** Finished documents as well, which can be rendered again. */
  readonly artifacts?: boolean | undefined;
  /** Hears the key of each finished document that is left out because its bytes are not whole. */
  readonly onLeftOut?: ((key: string) => void) | undefined;
}

/** What became of an entry: stored, there already, or refused because the store has something else in its place. */
export interface Restored {
  readonly kind: Entry['kind'];
  /** Of the organization or the report; the name of a plugin, the key of an artifact. */
  readonly id: string;
  readonly revision?: number;
  readonly outcome: 'STORED' | 'PRESENT' | 'CONFLICT';
  /** What is in the way of a conflict. */
  readonly reason?: string;
}

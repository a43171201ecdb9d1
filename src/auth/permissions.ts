import type { Role } from './roles.ts';

/** Who may do something, and whether that is bound to an organization or concerns the gateway as a whole. */
export interface Permission {
  readonly at: 'organization' | 'gateway';
  readonly roles: readonly Role[];
  /** What is allowed, as docs/sign-in.md says it. */
  readonly says: string;
}

/**
 * The whole of the authorization: action × role. A role that is bound to an organization allows the action there and
 * below; what concerns the gateway takes a role that is bound to none. What stands in no row here is open to everybody
 * (who sees published reports only).
 */
export const permissions = {
  'report.readWorking': {
    at: 'organization',
    roles: ['administrator', 'editor', 'reviewer', 'publisher', 'supervisor'],
    says: 'see what is not published: drafts, the working edition, history and reviews',
  },
  'report.import': {
    at: 'organization',
    roles: ['administrator', 'editor', 'supervisor'],
    says: 'import a document as a draft; for a body that is not known yet, with a role that is bound to none',
  },
  'report.edit': {
    at: 'organization',
    roles: ['administrator', 'editor'],
    says: 'create and change reports, and submit them',
  },
  'report.review': {
    at: 'organization',
    roles: ['administrator', 'editor', 'reviewer', 'publisher', 'supervisor'],
    says: 'pass or reject a stage of the review that asks for the role',
  },
  'report.publish': {
    at: 'organization',
    roles: ['administrator', 'publisher'],
    says: 'publish and withdraw reports',
  },
  'report.configureReview': {
    at: 'organization',
    roles: ['administrator', 'supervisor'],
    says: 'set the stages of the review and the dates by which reports are published',
  },
  'renderJob.cancel': {
    at: 'organization',
    roles: ['administrator', 'editor', 'reviewer', 'publisher', 'supervisor'],
    says: 'cancel a rendering that is under way',
  },
  'organization.save': {
    at: 'organization',
    roles: ['administrator', 'supervisor'],
    says: 'create, rename and move organizations; at the top, with a role that is bound to none',
  },
  'apiKey.manage': {
    at: 'organization',
    roles: ['administrator'],
    says: 'make, list and revoke API keys with roles in what is one’s own',
  },
  'plugin.manage': { at: 'gateway', roles: ['administrator'], says: 'register and unregister renderer plugins' },
  'audit.read': { at: 'gateway', roles: ['administrator'], says: 'read the audit log' },
} as const satisfies Record<string, Permission>;

/** Something that not everybody may do. */
export type Action = keyof typeof permissions;

/** Where a role of a key holds; null: everywhere. */
export interface KeyGrant {
  readonly role: string;
  readonly organization: string | null;
}

/** A key that a machine signs in with. Its secret is in no store. */
export interface ApiKey {
  readonly id: string;
  /** What it is for, as people call it. */
  readonly name: string;
  readonly grants: readonly KeyGrant[];
  readonly createdAt: Date;
  /** The subject of who made it. */
  readonly createdBy: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** To the hour. */
  readonly lastUsedAt: Date | null;
}

/** Keys of machines. They are never removed, so that the audit log goes on to say whose a subject was. */
export interface ApiKeyStore {
  /** Keeps a new key with the hex SHA-256 of its secret. */
  create(key: ApiKey, secretHash: string): Promise<void>;
  find(id: string): Promise<{ readonly key: ApiKey; readonly secretHash: string } | null>;
  /** All of them, newest first. */
  list(): Promise<readonly ApiKey[]>;
  /** The key as it is then, with the time of the first revocation; null when there is none. */
  revoke(id: string, at: Date): Promise<ApiKey | null>;
  /** Notes that it was used, once an hour at most. */
  noteUse(id: string, at: Date): Promise<void>;
}

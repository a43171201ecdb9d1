import type { Gateway } from './open-gateway.ts';

/** Makes somebody with those roles; the token that signs them in. */
export async function tokenOf(gateway: Gateway, ...roles: readonly string[]): Promise<string> {
  const create = `mutation ($roles: [String!]!) {
    createApiKey(input: {name: "test", roles: $roles}) { ... on CreateApiKeySuccess { token } } }`;
  const { data } = await gateway.query(create, { roles });
  const { token } = (data as unknown as { createApiKey: { token?: string } }).createApiKey;
  if (token === undefined) throw new Error(`Nobody can be made with the roles ${roles.join(', ')}.`);
  return token;
}

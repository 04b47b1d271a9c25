export type Role = 'staff' | 'supervisor' | 'manager' | 'administrator';

export const roles: readonly Role[] = ['staff', 'supervisor', 'manager', 'administrator'];

/** `siteId: null` = at every site. */
export type RoleGrant = { readonly role: Role; readonly siteId: string | null };

export type Actor = { readonly personId: string; readonly grants: readonly RoleGrant[] };

export { ACCOUNT_MAIL, type AccountMail } from './account-mail';
export { type Auth, type AuthOptions, authPool, createAuth } from './auth';
export { IdentityModule } from './identity.module';
export { migrateAuth, pendingAuthMigrations } from './migrate-auth';
export { mountAuth } from './mount-auth';
export { hashPassword, type PasswordProblem, passwordProblem } from './password';
export { createPerson, grant, type NewPerson, passwordSentences, People } from './people';
export { AUTH, Sessions, type SignedIn } from './sessions';

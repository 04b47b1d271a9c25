/** Mail about a person's own account; implemented where mail is sent. */
export interface AccountMail {
  /** Sends the link (valid for an hour, once) by which the person chooses a new password. */
  passwordReset(mail: { personId: string; url: string }): Promise<void>;
}

/** Nest token of the `AccountMail`, provided by a global module where the rooms are put together. */
export const ACCOUNT_MAIL = Symbol('ACCOUNT_MAIL');

/** So many mails refused for good, one after the other, and the address is taken to be dead. */
export const bouncesUntilRefused = 3;

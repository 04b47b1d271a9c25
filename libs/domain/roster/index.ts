export * from './double-duty';
export * from './duty-gaps';
export * from './local-time';
export * from './on-duty';
export * from './opening';
export * from './planning-days';
export * from './swap-partners';
export * from './usual-shifts';

/** What workers, dispatchers and leaders do with tickets. */
export * from './box-list';
export * from './groups';
export * from './move-sheets';
export * from './staff-moves';
export * from './ticket-moves';
export * from './ticket-pending';
export * from './ticket-question';
export * from './ticket-reporter';
export * from './ticket-verdict';
export * from './use-ahead';
export * from './use-box';
export * from './use-day';
export * from './use-row-moves';
export * from './words';
export * from './work-card';
export * from './work-groups';

/** Activities for those who take part. The desk's form and the certificate stand apart: few open them. */
export * from './activity-body';
export * from './activity-card';
export * from './part-card';
export * from './record-list';
export * from './use-activities';
export * from './use-activity';
export * from './words';

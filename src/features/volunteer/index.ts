/** Being a volunteer. The desk's import stands apart: it carries what reads spreadsheets. */
export * from './register-form';
export * from './words';

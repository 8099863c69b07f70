/**
 * An answer the cloud gives on purpose: HTTP 200 with `code` and `message`, which the SDK rethrows as TcbError.
 * Codes are those of the CloudBase error-code pages.
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Bad operator, bad type, bad document: what MongoDB itself refuses. */
export const requestFailed = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message);

/** A parameter that is missing or of the wrong shape. */
export const invalidParam = (message: string) => new CloudError('INVALID_PARAM', message);

/** A second document with the same unique key; the text is MongoDB's, so both checks of callers find it. */
export const duplicateKey = (collection: string, index: string) =>
  new CloudError(
    'DATABASE_DUPLICATE_WRITE',
    `E11000 duplicate key error collection: ${collection} index: ${index}`,
  );

/** Two writers met on one document: the transaction has been aborted by the service. */
export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request.',
  );

/** The transaction has ended: committed, aborted, or older than its 30 seconds. */
export const transactionGone = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request.',
  );

/** Collections are never made by writing to them. */
export const noCollection = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request.`,
  );

import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { copyFileSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../clock';
import type { Action, Answer } from '../protocol/database';
import { CloudError, invalidParam } from '../protocol/errors';
import { checkPath } from './paths';

/** A download link lives this long when the caller does not say (seconds), and at most a day. */
const LINK_SECONDS = 7200;
const LINK_MAX_SECONDS = 86_400;
/** An upload permit, in seconds. */
const UPLOAD_SECONDS = 900;

/** The bucket: files on disk under one folder, permits and links signed with a secret of the data directory. */
export class Files {
  private readonly secret: string;
  readonly prefix: string;

  constructor(
    private readonly folder: string,
    private readonly clock: Clock,
    /** Where this emulator answers, like `http://127.0.0.1:41000`. */
    private readonly origin: () => string,
    envId: string,
    secret: string | undefined,
    keepSecret: (secret: string) => void,
  ) {
    refuseLink(folder);
    mkdirSync(folder, { recursive: true });
    this.secret = secret ?? randomBytes(24).toString('hex');
    if (!secret) keepSecret(this.secret);
    this.prefix = `cloud://${envId}.6c6f-${envId}-1250000000/`;
  }

  /** The `storage.*` actions of the admin protocol. */
  actions(): Readonly<Record<string, Action>> {
    return {
      'storage.getUploadMetadata': (params) => this.permit(checkPath(params.path)),
      'storage.batchGetDownloadUrl': (params) => ({
        data: { download_list: list(params.file_list).map((each) => this.link(each)) },
      }),
      'storage.batchDeleteFile': (params) => ({
        data: { delete_list: list(params.fileid_list).map((id) => this.removeFile(id)) },
      }),
      'storage.batchCopyFile': (params) => ({
        data: { copy_list: list(params.file_list).map((each) => this.copy(each)) },
      }),
      'storage.getFileAuthority': (params) => ({
        data: { resourceList: list(params.fileList).map((each) => ({ ...object(each), hasAuth: true })) },
      }),
    };
  }

  /** Where the bytes of a path are, whether or not they exist. Refuses a way through a symbolic link. */
  location(cloudPath: string): string {
    let place = this.folder;
    for (const part of checkPath(cloudPath).split('/')) {
      place = path.join(place, part);
      refuseLink(place);
    }
    return place;
  }

  /** What lies behind a symbolic link is no file of the bucket. */
  exists(cloudPath: string): boolean {
    let place = this.folder;
    for (const part of checkPath(cloudPath).split('/')) {
      place = path.join(place, part);
      if (isLink(place)) return false;
    }
    return statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
  }

  /** A fresh name beside the bucket for bytes that are still arriving. */
  temporary(): string {
    const folder = path.join(this.folder, '..', 'incoming');
    refuseLink(folder);
    mkdirSync(folder, { recursive: true });
    return path.join(folder, randomUUID());
  }

  /** Puts arrived bytes in their place, replacing what was there. */
  accept(temporary: string, cloudPath: string): void {
    const target = this.location(cloudPath);
    mkdirSync(path.dirname(target), { recursive: true });
    renameSync(temporary, target);
  }

  /** Whether `permit` allows writing this path now. */
  mayUpload(cloudPath: string, permit: string | undefined): boolean {
    const [until, mark] = (permit ?? '').split('.');
    return this.inTime(until) && this.same(mark, this.sign('put', cloudPath, until!));
  }

  /** Whether a download link is genuine and still alive. */
  mayDownload(cloudPath: string, until: string | undefined, mark: string | undefined): boolean {
    return this.inTime(until) && this.same(mark, this.sign('get', cloudPath, until!));
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
  }

  private permit(cloudPath: string): Answer {
    const until = this.expiry(UPLOAD_SECONDS);
    const permit = `${until}.${this.sign('put', cloudPath, until)}`;
    const fileId = this.prefix + cloudPath;
    return {
      data: {
        url: `${this.origin()}/files/${cloudPath.split('/').map(encodeURIComponent).join('/')}`,
        token: permit,
        authorization: permit,
        fileId,
        cosFileId: Buffer.from(fileId).toString('base64url'),
        download_url: this.address(cloudPath, LINK_SECONDS),
      },
    };
  }

  private link(raw: unknown): Answer {
    const { fileid, max_age: maxAge } = object(raw);
    const cloudPath = this.pathOf(fileid);
    if (cloudPath === undefined || !this.exists(cloudPath))
      return { fileid, fileID: fileid, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '', download_url: '' };
    const seconds =
      typeof maxAge === 'number' && maxAge > 0 ? Math.min(maxAge, LINK_MAX_SECONDS) : LINK_SECONDS;
    const url = this.address(cloudPath, seconds);
    return { fileid, fileID: fileid, code: 'SUCCESS', tempFileURL: url, download_url: url };
  }

  /** Not percent-encoded: the SDK encodes it once more. */
  private address(cloudPath: string, seconds: number): string {
    const until = this.expiry(seconds);
    return `${this.origin()}/files/${cloudPath}?t=${until}&sign=${this.sign('get', cloudPath, until)}`;
  }

  private removeFile(fileID: unknown): Answer {
    const cloudPath = this.pathOf(fileID);
    if (cloudPath === undefined || !this.exists(cloudPath)) return { fileID, code: 'STORAGE_FILE_NONEXIST' };
    rmSync(this.location(cloudPath));
    return { fileID, code: 'SUCCESS' };
  }

  private copy(raw: unknown): Answer {
    const { src_path: from, dst_path: to, overwrite, remove_original: move } = object(raw);
    const source = checkPath(from);
    const target = checkPath(to);
    const fileId = this.prefix + target;
    if (!this.exists(source)) return { fileId, code: 'STORAGE_FILE_NONEXIST', message: `no file ${source}` };
    if (existsSync(this.location(target)) && overwrite === false)
      return { fileId, code: 'FILE_ALREADY_EXISTS', message: `there is a file ${target}` };
    const temporary = this.temporary();
    copyFileSync(this.location(source), temporary);
    this.accept(temporary, target);
    if (move) rmSync(this.location(source));
    return { fileId, code: 'SUCCESS' };
  }

  /** The path in a file id of this bucket; undefined for foreign or malformed ids. */
  private pathOf(fileID: unknown): string | undefined {
    if (typeof fileID !== 'string' || !fileID.startsWith(this.prefix)) return undefined;
    try {
      return checkPath(fileID.slice(this.prefix.length));
    } catch (error) {
      if (error instanceof CloudError) return undefined;
      throw error;
    }
  }

  private expiry(seconds: number): string {
    return String(Math.ceil(this.clock.now() / 1000) + seconds);
  }

  private inTime(until: string | undefined): boolean {
    return until !== undefined && /^\d{1,12}$/.test(until) && Number(until) * 1000 >= this.clock.now();
  }

  private sign(verb: string, cloudPath: string, until: string): string {
    return createHmac('sha256', this.secret)
      .update(`${verb}\n${cloudPath}\n${until}`)
      .digest('hex')
      .slice(0, 40);
  }

  private same(given: string | undefined, right: string): boolean {
    return given?.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));
  }
}

const isLink = (place: string) => lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/** COS knows no links. One in the bucket's folder leads to files that are not the bucket's, so nothing goes through it. */
function refuseLink(place: string): void {
  if (isLink(place))
    throw new CloudError(
      'INVALID_PARAM',
      `a symbolic link stands in the storage folder: ${path.basename(place)}`,
    );
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw invalidParam('a list is needed');
  return value;
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw invalidParam('an object is needed');
  return value as Record<string, unknown>;
}

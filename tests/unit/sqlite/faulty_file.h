/* A VFS whose reads, writes, syncs and truncations fail when told to: with an I/O error, or because the disk is full. What is not
** there yet may fail to open. All else is the default VFS. */
#ifndef LT_TESTS_FAULTY_FILE_H
#define LT_TESTS_FAULTY_FILE_H

#include "faulty.h"

#include <string.h>

typedef struct faulty_file {
  sqlite3_file base;
  sqlite3_file *real;
} faulty_file;

static sqlite3_vfs *real_vfs;
static int until_file_failure = -1; /* operations left; -1: none fails */
static int file_failure;            /* SQLITE_IOERR or SQLITE_FULL */

static inline bool file_fails(void) {
  if (until_file_failure < 0 || until_file_failure-- > 0) return false;
  until_file_failure = 0; /* and all later ones */
  return failed = true;
}

static inline void fail_file(int n, int how) {
  failed = false;
  file_failure = how;
  until_file_failure = n;
}

static inline sqlite3_file *real_file(sqlite3_file *file) { return ((faulty_file *)file)->real; }

static inline int faulty_close(sqlite3_file *file) {
  int result = real_file(file)->pMethods->xClose(real_file(file));
  sqlite3_free(real_file(file));
  return result;
}

static inline int faulty_read(sqlite3_file *file, void *to, int bytes, sqlite3_int64 at) {
  if (file_failure == SQLITE_IOERR && file_fails()) return SQLITE_IOERR_READ;
  return real_file(file)->pMethods->xRead(real_file(file), to, bytes, at);
}

static inline int faulty_write(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 at) {
  if (file_fails()) return file_failure == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  return real_file(file)->pMethods->xWrite(real_file(file), from, bytes, at);
}

static inline int faulty_truncate(sqlite3_file *file, sqlite3_int64 size) {
  if (file_failure == SQLITE_IOERR && file_fails()) return SQLITE_IOERR_TRUNCATE;
  return real_file(file)->pMethods->xTruncate(real_file(file), size);
}

/* What was written need not survive the test, so that nothing waits for the disk. */
static inline int faulty_sync(sqlite3_file *file, int flags) {
  (void)file, (void)flags;
  return file_failure == SQLITE_IOERR && file_fails() ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static inline int faulty_size(sqlite3_file *file, sqlite3_int64 *size) { return real_file(file)->pMethods->xFileSize(real_file(file), size); }
static inline int faulty_lock(sqlite3_file *file, int lock) { return real_file(file)->pMethods->xLock(real_file(file), lock); }
static inline int faulty_unlock(sqlite3_file *file, int lock) { return real_file(file)->pMethods->xUnlock(real_file(file), lock); }
static inline int faulty_reserved(sqlite3_file *file, int *out) { return real_file(file)->pMethods->xCheckReservedLock(real_file(file), out); }
static inline int faulty_control(sqlite3_file *file, int op, void *argument) { return real_file(file)->pMethods->xFileControl(real_file(file), op, argument); }
static inline int faulty_sector(sqlite3_file *file) { return real_file(file)->pMethods->xSectorSize(real_file(file)); }
static inline int faulty_traits(sqlite3_file *file) { return real_file(file)->pMethods->xDeviceCharacteristics(real_file(file)); }

static inline int faulty_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
  static const sqlite3_io_methods methods = {1, faulty_close, faulty_read, faulty_write, faulty_truncate, faulty_sync, faulty_size, faulty_lock, faulty_unlock, faulty_reserved,
                                             faulty_control, faulty_sector, faulty_traits, NULL, NULL, NULL, NULL, NULL, NULL};
  (void)vfs;
  faulty_file *f = (faulty_file *)file;
  *f = (faulty_file){{NULL}, NULL};
  if (flags & SQLITE_OPEN_CREATE && file_fails()) return SQLITE_CANTOPEN;
  f->real = sqlite3_malloc(real_vfs->szOsFile);
  if (f->real == NULL) return SQLITE_NOMEM;
  memset(f->real, 0, (size_t)real_vfs->szOsFile);
  int result = real_vfs->xOpen(real_vfs, name, f->real, flags, out);
  if (result == SQLITE_OK) f->base.pMethods = &methods;
  else sqlite3_free(f->real);
  return result;
}

static inline int install_faulty_files(void) {
  static sqlite3_vfs faulty;
  real_vfs = sqlite3_vfs_find(NULL);
  faulty = *real_vfs;
  faulty.zName = "faulty";
  faulty.szOsFile = sizeof(faulty_file);
  faulty.xOpen = faulty_open;
  return sqlite3_vfs_register(&faulty, 1);
}

#endif

#pragma once
// A disk that fails on request, put under SQLite: the standard file system with its writes and
// syncs counted and, while `fault` is set, refused. One at a time; stores opened while it lives use
// it.
//
//   FaultyDisk disk;
//   auto store = open_store(options);
//   disk.fault(SQLITE_FULL);
#include <sqlite3.h>

namespace keel::store_test {

class FaultyDisk {
 public:
  FaultyDisk() {
    state() = {};
    state().real = sqlite3_vfs_find(nullptr);
    shim_ = *state().real;
    shim_.zName = "faulty-disk";
    shim_.pNext = nullptr;
    shim_.xOpen = &open;
    sqlite3_vfs_register(&shim_, 1);
  }
  ~FaultyDisk() {
    sqlite3_vfs_unregister(&shim_);
    sqlite3_vfs_register(state().real, 1);
  }
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  // 0: the disk is well again. `after`: so many writes still succeed.
  void fault(int code, int after = 0) {
    state().code = code;
    state().writes_left = after;
  }
  void forget_counts() { state().syncs = state().database_writes = 0; }
  int syncs() const { return state().syncs; }
  int database_writes() const { return state().database_writes; }  // of the main file, not the log

 private:
  // The main file has other methods than the log: it is locked.
  struct Methods {
    const sqlite3_io_methods* real = nullptr;
    sqlite3_io_methods shim{};
  };
  struct State {
    sqlite3_vfs* real = nullptr;
    Methods database;
    Methods others;
    int code = 0;
    int writes_left = 0;
    int syncs = 0;
    int database_writes = 0;
  };
  // SQLite's callbacks carry no pointer of ours.
  static State& state() {
    static State state;
    return state;
  }
  static Methods& methods_of(const sqlite3_file* file) {
    State& s = state();
    return file->pMethods == &s.database.shim ? s.database : s.others;
  }

  static int open(sqlite3_vfs* /*shim*/, const char* name, sqlite3_file* file, int flags,
                  int* out) {
    State& s = state();
    const int code = s.real->xOpen(s.real, name, file, flags, out);
    if (code != SQLITE_OK || file->pMethods == nullptr) return code;
    Methods& methods = (flags & SQLITE_OPEN_MAIN_DB) != 0 ? s.database : s.others;
    methods.real = file->pMethods;
    methods.shim = *file->pMethods;
    methods.shim.xWrite = &write;
    methods.shim.xSync = &sync;
    file->pMethods = &methods.shim;
    return code;
  }
  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    State& s = state();
    if (s.code != 0 && s.writes_left-- <= 0) return s.code;
    if (&methods_of(file) == &s.database) ++s.database_writes;
    return methods_of(file).real->xWrite(file, bytes, size, offset);
  }
  static int sync(sqlite3_file* file, int flags) {
    State& s = state();
    ++s.syncs;
    if (s.code == SQLITE_IOERR_FSYNC) return s.code;
    return methods_of(file).real->xSync(file, flags);
  }

  sqlite3_vfs shim_{};
};

}  // namespace keel::store_test

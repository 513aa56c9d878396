#pragma once
// master_key: finds or makes the key that wraps everybody's key. It stays out of the data folder,
// so that a copy of the data alone opens nothing. Not for persons' keys.
//
//   Result<DataKey> key = master_key({.file = "keys/master.key"}, false, "data");
//
// Threads: call it from one at a time. Failure: not_found (an existing database whose key file is
// missing), denied (others may read the file; it stands in the data folder; cannot be read or
// made), invalid_argument (not a key). Messages name the file and never the key.
#include <string>

#include "store/vault.h"

namespace keel {

// `text` (the value of KEEL_MASTER_KEY) goes before `file` when it is not empty.
struct MasterKeySource {
  std::string file;
  std::string text;
};

// A missing file is made (0600, its folder 0700) only when `database_is_new`.
Result<DataKey> master_key(const MasterKeySource& source, bool database_is_new,
                           const std::string& data_folder);

}  // namespace keel

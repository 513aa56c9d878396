#pragma once
// text_file: a whole file as text, read and written. Everything that reads or writes a pack's files
// goes through here, so that a failure is always told and a file is never left half written.
//
//   Result<std::string> text = read_text_file(path);
//   if (!text) return fail(text.error());
//   const Status written = write_text_file(path, *text + "\n");
//
// Threads: pure but for the disk. Failure: an error that names the file and the reason.
#include <filesystem>
#include <string>

#include "base/result.h"

namespace keel {

// not_found: there is no such file; denied: it is no file, or cannot be read.
Result<std::string> read_text_file(const std::filesystem::path& path);

// Written beside it, synced, and put in its place: whole or not at all. A file that is there keeps
// its permissions, a link stays a link.
Status write_text_file(const std::filesystem::path& path, const std::string& text);

}  // namespace keel

#pragma once
// Golden cases of the compiler: scripts as texts, and what stands on the pages of
// engine/script/pages.
#include <filesystem>
#include <string>
#include <vector>

#include "contents.h"
#include "script/compile.h"

namespace keel::test {

// A case is one flow, or several files that each begin with "# file: PATH".
std::vector<PackFile> files_in(const std::string& text);

// ```INFO ... ``` in a page: what stands between, and where.
struct Fenced {
  std::string info;
  std::string text;
  size_t begin = 0;
  size_t end = 0;
};
std::vector<Fenced> fenced_in(const std::string& page);

// A page's script: in "```keel escaped", \xHH and \t stand for one byte.
std::string script_of(const Fenced& fenced);

// Every page, K001.md first.
std::vector<std::filesystem::path> page_paths();

}  // namespace keel::test

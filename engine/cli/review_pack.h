#pragma once
// review_pack: what `keel review` and `keel approve` begin with: a pack without mistakes and its
// side files. Threads: one. Failure: nothing, after what is wrong was printed on stderr.
#include <filesystem>
#include <optional>
#include <string>

#include "embed/coach.h"
#include "review/book.h"
#include "review/side_files.h"

namespace keel::cli {

struct ReviewPack {
  std::filesystem::path folder;
  Front front;
  SideFiles side;
};

std::optional<ReviewPack> read_review_pack(const std::filesystem::path& folder);

}  // namespace keel::cli

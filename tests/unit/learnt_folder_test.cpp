// What was learnt is found again in its folder, and nothing that is wrong with the folder is worse
// than learning once more.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "embed/learnt_folder.h"

namespace keel {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / "keel-learnt-XXXXXX") {
    std::string pattern = path_.string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path learnt() const { return path_ / "data" / "learnt"; }
  std::vector<fs::path> files() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(learnt())) files.push_back(entry.path());
    return files;
  }

 private:
  fs::path path_;
};

const std::vector<IntentContent> intents = {
    {"order-tea", {{"a cup of tea please", "", {}}, {"id like green tea", "", {}}}, {}},
    {"say-goodbye", {{"bye for now", "", {}}, {"see you", "", {}}}, {}}};

uint64_t learnt_by(const Learn& learn, uint64_t seed = 1) {
  return learn(intents, seed, in_turn).model.fingerprint();
}

TEST_CASE("the same content is learnt once, and comes out the same") {
  const Folder folder;
  const Learn learn = learn_once(folder.learnt());
  const uint64_t first = learnt_by(learn);
  REQUIRE(folder.files().size() == 1);
  const fs::path file = folder.files()[0];
  const auto written = fs::last_write_time(file);
  CHECK(learnt_by(learn) == first);
  CHECK(fs::last_write_time(file) == written);
  CHECK(learnt_by(learn_intents) == first);
}

TEST_CASE("a damaged file is learnt again and mended") {
  const Folder folder;
  const Learn learn = learn_once(folder.learnt());
  const uint64_t first = learnt_by(learn);
  const fs::path file = folder.files().at(0);
  const auto size = fs::file_size(file);
  std::ofstream(file) << "not a model";
  CHECK(learnt_by(learn) == first);
  CHECK(fs::file_size(file) == size);
}

TEST_CASE("a folder that cannot be made costs the learning and nothing else") {
  const Folder folder;
  const fs::path file = folder.learnt().parent_path();
  std::ofstream(file) << "a file where the folder should be";
  CHECK(learnt_by(learn_once(file / "learnt")) == learnt_by(learn_intents));
  CHECK(learnt_by(learn_once({})) == learnt_by(learn_intents));
}

TEST_CASE("only the newest stay") {
  const Folder folder;
  const Learn learn = learn_once(folder.learnt());
  for (uint64_t seed = 1; seed <= 12; ++seed) learnt_by(learn, seed);
  CHECK(folder.files().size() == 8);
}

}  // namespace
}  // namespace keel

// What reading for safety costs.
//
//   safety_bench INTENTS_DIR MESSAGES.jsonl [RUNS]
//
// The messages, one after the other, are cut into pieces of about 120 characters and of 10,000; of
// each the median over the runs (default 11) is printed, in microseconds: the rules alone, and with
// the folding of the text before them.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "script/safety_rules.h"
#include "understand/safety_reader.h"

namespace {

using Clock = std::chrono::steady_clock;

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

keel::SafetyReader reader_of(const std::filesystem::path& intents) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(intents / "safety")) {
    if (entry.path().extension() == ".keel") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<keel::Source> sources;
  for (const auto& path : paths) sources.emplace_back(path.string(), contents_of(path));
  std::vector<const keel::Source*> places;
  for (const keel::Source& source : sources) places.push_back(&source);
  std::vector<keel::Diagnostic> mistakes;
  const keel::SafetyContent content = keel::read_safety_rules(places, mistakes);
  return keel::SafetyReader::build(content, mistakes);
}

// Whole words, as near to `size` bytes as they come.
std::vector<std::string> pieces_of(const std::string& all, size_t size) {
  std::vector<std::string> pieces;
  for (size_t begin = 0; begin + size < all.size();) {
    const size_t end = std::min(all.find(' ', begin + size), all.size());
    pieces.push_back(all.substr(begin, end - begin));
    begin = end + 1;
  }
  return pieces;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

void measure(const keel::SafetyReader& reader, const std::vector<std::string>& pieces, size_t runs,
             const char* name) {
  std::vector<double> rules;
  std::vector<double> whole;
  size_t findings = 0;
  for (size_t run = 0; run < runs; ++run) {
    for (const std::string& piece : pieces) {
      const Clock::time_point begin = Clock::now();
      const keel::Text text = keel::Text::read(piece);
      const Clock::time_point folded = Clock::now();
      findings += reader.read(text, {}).size();
      const Clock::time_point end = Clock::now();
      rules.push_back(std::chrono::duration<double, std::micro>(end - folded).count());
      whole.push_back(std::chrono::duration<double, std::micro>(end - begin).count());
    }
  }
  std::sort(rules.begin(), rules.end());
  std::printf(
      "%s: %zu pieces, rules %.1f us (99 of 100 under %.1f), with folding %.1f us; %zu findings\n",
      name, pieces.size(), median(rules), rules[rules.size() * 99 / 100], median(whole),
      findings / runs);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: safety_bench INTENTS_DIR MESSAGES.jsonl [RUNS]\n");
    return 2;
  }
  const keel::SafetyReader reader = reader_of(argv[1]);
  std::string all;
  std::ifstream file(argv[2]);
  for (std::string line; std::getline(file, line);) {
    const auto record = nlohmann::json::parse(line, nullptr, false);
    if (record.is_object()) all += record.value("text", std::string()) + ". ";
  }
  const size_t runs = argc > 3 ? std::stoul(argv[3]) : 11;
  measure(reader, pieces_of(all, 115), runs, "120 characters");
  measure(reader, pieces_of(all, 10'000), runs, "10,000 characters");
}

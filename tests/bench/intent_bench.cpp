// Trains the intent model on a file of labelled lines and measures it on others.
//
//   intent_bench TRAIN.tsv VALID.tsv [OUT_OF_SCOPE.tsv] [--epochs N] [--seed N]
//
// A line is LABEL, a tab, and the message. Prints accuracy, what the threshold keeps and rejects,
// training time and microseconds per message.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "understand/intent_model.h"

namespace {

using Line = std::pair<std::string, std::string>;

std::vector<Line> lines_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<Line> lines;
  std::string line;
  while (std::getline(file, line)) {
    const size_t tab = line.find('\t');
    if (tab != std::string::npos) lines.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return lines;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

struct Measured {
  size_t right = 0;
  size_t kept_right = 0;
  size_t kept = 0;
  double micros_median = 0;
  double micros_99 = 0;
};

Measured measure(const keel::IntentModel& model, const std::vector<Line>& lines) {
  Measured measured;
  std::vector<double> micros;
  for (const Line& line : lines) {
    const auto start = std::chrono::steady_clock::now();
    const keel::Text text = keel::Text::read(line.second);
    const keel::IntentModel::Reading reading = model.read(text);
    micros.push_back(seconds_since(start) * 1e6);
    const bool right =
        !reading.guesses.empty() && model.id(reading.guesses[0].intent) == line.first;
    measured.right += right ? 1 : 0;
    measured.kept += reading.in_scope ? 1 : 0;
    measured.kept_right += right && reading.in_scope ? 1 : 0;
  }
  std::sort(micros.begin(), micros.end());
  if (!micros.empty()) {
    measured.micros_median = micros[micros.size() / 2];
    measured.micros_99 = micros[micros.size() * 99 / 100];
  }
  return measured;
}

double percent(size_t part, size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> files;
  keel::IntentModelOptions options;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--epochs" && i + 1 < argc) {
      options.epochs = static_cast<uint32_t>(std::atoi(argv[++i]));
    } else if (argument == "--seed" && i + 1 < argc) {
      options.seed = static_cast<uint64_t>(std::atoll(argv[++i]));
    } else {
      files.push_back(argument);
    }
  }
  if (files.size() < 2) {
    std::fprintf(stderr, "usage: intent_bench TRAIN.tsv VALID.tsv [OUT_OF_SCOPE.tsv]\n");
    return 2;
  }
  std::map<std::string, keel::IntentExamples> by_label;
  for (const Line& line : lines_of(files[0])) {
    by_label[line.first].id = line.first;
    by_label[line.first].lines.push_back(line.second);
  }
  std::vector<keel::IntentExamples> intents;
  for (auto& [label, intent] : by_label) intents.push_back(std::move(intent));
  const auto start = std::chrono::steady_clock::now();
  const keel::IntentModel model = keel::IntentModel::train(intents, options);
  const double trained = seconds_since(start);
  const std::vector<Line> valid = lines_of(files[1]);
  const Measured in_scope = measure(model, valid);
  std::printf("intents %u  features %u  train %.2f s  heat %.2f  threshold %.3f  %016llx\n",
              model.size(), model.features(), trained, static_cast<double>(model.temperature()),
              static_cast<double>(model.threshold()),
              static_cast<unsigned long long>(model.fingerprint()));
  std::printf(
      "in scope: accuracy %.2f  kept and right %.2f  rejected %.2f  median %.1f us  99%% %.1f us\n",
      percent(in_scope.right, valid.size()), percent(in_scope.kept_right, valid.size()),
      percent(valid.size() - in_scope.kept, valid.size()), in_scope.micros_median,
      in_scope.micros_99);
  if (files.size() > 2) {
    const std::vector<Line> outside = lines_of(files[2]);
    const Measured rejected = measure(model, outside);
    std::printf("out of scope: rejected %.2f\n",
                percent(outside.size() - rejected.kept, outside.size()));
  }
  return 0;
}

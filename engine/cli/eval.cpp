// keel eval: how well the intent model hears, on labelled messages or on a pack's own examples.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/json_lines.h"
#include "cli/pack_option.h"
#include "embed/coach.h"
#include "embed/side_by_side.h"
#include "files/text_file.h"
#include "measure/confusion.h"
#include "script/front.h"

namespace keel::cli {
namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

constexpr size_t shown_confusions = 3;  // of an intent
constexpr size_t shown_mistakes = 20;

struct Options {
  std::string train;
  std::string valid;
  std::string test;
  std::string oos_test;
  std::string pack;
  uint64_t seed = 1;
  bool json = false;
};

double micros_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
}

double rounded(double value, double steps) {
  return std::round(value * steps) / steps;
}

Result<std::vector<Labelled>> labelled_file(const std::string& path) {
  const Result<std::string> text = read_text_file(path);
  if (!text) return text.error();
  Result<std::vector<Labelled>> lines = read_labelled(*text);
  if (!lines) return Error{lines.error().code, path + ": " + lines.error().message};
  return lines;
}

struct Sets {
  std::vector<Labelled> train;
  std::vector<Labelled> valid;
  std::vector<Labelled> test;
  std::vector<Labelled> oos_test;
};

Result<Sets> read_sets(const Options& options) {
  Sets sets;
  const std::pair<const std::string*, std::vector<Labelled>*> wanted[] = {
      {&options.train, &sets.train},
      {&options.valid, &sets.valid},
      {&options.test, &sets.test},
      {&options.oos_test, &sets.oos_test}};
  for (const auto& [path, lines] : wanted) {
    if (path->empty()) continue;
    Result<std::vector<Labelled>> read = labelled_file(*path);
    if (!read) return read.error();
    *lines = std::move(*read);
  }
  return sets;
}

struct Timed {
  std::vector<Judged> judged;
  std::vector<double> micros;  // that each message took, features and model, on this thread: sorted
};

Timed judge_timed(const IntentModel& model, const std::vector<Labelled>& lines) {
  Timed timed;
  for (const Labelled& line : lines) {
    const Clock::time_point begin = Clock::now();
    timed.judged.push_back(judge(model, line));
    timed.micros.push_back(micros_since(begin));
  }
  std::sort(timed.micros.begin(), timed.micros.end());
  return timed;
}

double percentile(const std::vector<double>& sorted, size_t percent) {
  return sorted.empty() ? 0 : sorted[std::min(sorted.size() - 1, sorted.size() * percent / 100)];
}

int64_t peak_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return int64_t{usage.ru_maxrss} * 1024;
}

Json measured(const Sets& sets, uint64_t seed) {
  const Clock::time_point begin = Clock::now();
  const IntentModel model =
      IntentModel::train(examples_of(sets.train), {.seed = seed}, side_by_side());
  const double train_ms = micros_since(begin) / 1000;
  const auto [test, micros] = judge_timed(model, sets.test);
  const std::vector<Judged> outside = judge(model, sets.oos_test);
  const float threshold = sets.valid.empty() ? model.threshold()
                                             : threshold_for(judge(model, sets.valid),
                                                             IntentModelOptions{}.rejected_share);
  Json json;
  json["accuracy"] = rounded(accuracy(test), 1e4);
  if (!outside.empty()) {
    const double kept = kept_and_right(test, threshold) * static_cast<double>(test.size());
    const double out = below(outside, threshold) * static_cast<double>(outside.size());
    json["oos_recall"] = rounded(below(outside, threshold), 1e4);
    json["false_rejection"] = rounded(below(test, threshold), 1e4);
    json["auroc"] = rounded(auroc(test, outside), 1e4);
    json["overall"] =
        rounded((kept + out) / static_cast<double>(test.size() + outside.size()), 1e4);
  }
  json["train_ms"] = rounded(train_ms, 1);
  json["us_p50"] = rounded(percentile(micros, 50), 10);
  json["us_p99"] = rounded(percentile(micros, 99), 10);
  BytesOut bytes;
  model.append_to(bytes);
  json["model_bytes"] = bytes.take().size();
  json["peak_rss_bytes"] = peak_bytes();
  return json;
}

int evaluate_sets(const Options& options) {
  const Result<Sets> sets = read_sets(options);
  if (!sets) return fail(sets.error().message);
  const Json json = measured(*sets, options.seed);
  if (options.json) {
    std::cout << printed(json) << "\n";
  } else {
    for (const auto& [name, value] : json.items()) std::cout << name << " " << value << "\n";
  }
  return 0;
}

Json json_of(const Confusion& confusion) {
  Json json;
  json["examples"] = confusion.examples;
  json["right"] = confusion.right;
  json["in_first_three"] = confusion.in_first_three;
  json["intents"] = Json::array();
  for (const IntentConfusion& one : confusion.of) {
    Json taken = Json::object();
    for (const auto& [other, times] : one.taken_for) taken[other] = times;
    json["intents"].push_back({{"intent", one.intent},
                               {"examples", one.examples},
                               {"right", one.right},
                               {"taken_for", taken}});
  }
  json["mistaken"] = Json::array();
  for (const Mistaken& one : confusion.mistaken) {
    json["mistaken"].push_back({{"text", one.text},
                                {"intent", one.intent},
                                {"guess", one.guess},
                                {"confidence", rounded(static_cast<double>(one.confidence), 1e3)}});
  }
  return json;
}

std::string percent(size_t part, size_t whole) {
  return std::to_string(whole == 0 ? 0 : (part * 100 + whole / 2) / whole) + " %";
}

void print_in_words(const Confusion& confusion) {
  std::cout << confusion.examples << " examples, each guessed by a model that had not seen it: "
            << percent(confusion.right, confusion.examples) << " right, "
            << percent(confusion.in_first_three, confusion.examples)
            << " among the first three\n\nThe least sure first:\n";
  for (const IntentConfusion& one : confusion.of) {
    std::cout << "  " << one.intent << ": " << one.right << " of " << one.examples;
    for (size_t i = 0; i < std::min(shown_confusions, one.taken_for.size()); ++i) {
      std::cout << (i == 0 ? "; taken for " : ", ") << one.taken_for[i].first << " "
                << one.taken_for[i].second;
    }
    std::cout << "\n";
  }
  std::cout << "\nExamples that the others speak most against:\n";
  for (size_t i = 0; i < std::min(shown_mistakes, confusion.mistaken.size()); ++i) {
    const Mistaken& one = confusion.mistaken[i];
    std::cout << "  " << one.text << "\n    of " << one.intent << ", sounds like " << one.guess
              << "\n";
  }
}

int evaluate_pack(const Options& options) {
  const Result<std::vector<PackFile>> files = coach_files(pack_folder(options.pack));
  if (!files) return fail(files.error().message);
  Report report;
  const Front front = read_front(*files, report);
  std::vector<IntentExamples> intents;
  for (const IntentContent& intent : front.content.intents) {
    intents.push_back({intent.id, {}});
    for (const ContentLine& line : intent.examples) intents.back().lines.push_back(line.text);
  }
  if (intents.empty()) return fail("this pack has no intents");
  const Confusion confusion = confusion_of(intents, options.seed, side_by_side());
  if (options.json) {
    std::cout << printed(json_of(confusion)) << "\n";
  } else {
    print_in_words(confusion);
  }
  return 0;
}

}  // namespace

void add_eval(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "eval",
      "Measure how well intents are heard: on LABEL<TAB>TEXT files, or on a pack's examples");
  CLI::Option* train = command->add_option("--train", options->train, "examples to learn from");
  CLI::Option* test = command->add_option("--test", options->test, "messages to measure with");
  train->needs(test);
  test->needs(train);
  command->add_option("--valid", options->valid, "messages in scope, to fit the threshold on")
      ->needs(train);
  command->add_option("--oos-test", options->oos_test, "messages that are out of scope")
      ->needs(train);
  command
      ->add_option("--pack", options->pack,
                   "measure its own examples, cross-validated (default without --train)")
      ->excludes(train);
  command->add_option("--seed", options->seed, "of the training (default 1)");
  command->add_flag("--json", options->json, "as JSON");
  command->callback([options, &run] {
    run = [options] {
      return options->train.empty() ? evaluate_pack(*options) : evaluate_sets(*options);
    };
  });
}

}  // namespace keel::cli

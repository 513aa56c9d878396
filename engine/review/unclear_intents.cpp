#include "review/unclear_intents.h"

#include <algorithm>
#include <map>
#include <string>

namespace keel {
namespace {

constexpr size_t thin_below = 10;   // examples,
constexpr size_t thin_share = 4;    // and less than this part of what half of the intents have
constexpr size_t mistakes_min = 3;  // and at least half of the lines that were tried

class Unclear {
 public:
  Unclear(const Front& front, const IntentModel& model, Report& report)
      : intents_(front.content.intents), model_(model), report_(report) {
    for (const Source& source : front.sources) sources_[source.path()] = &source;
  }

  void tell_thin() {
    std::vector<size_t> counts;
    for (const IntentContent& intent : intents_) counts.push_back(intent.examples.size());
    if (counts.empty()) return;
    std::nth_element(counts.begin(), counts.begin() + counts.size() / 2, counts.end());
    const size_t usual = counts[counts.size() / 2];
    for (const IntentContent& intent : intents_) {
      const size_t count = intent.examples.size();
      const bool thin = count > 0 && count < thin_below && count * thin_share < usual;
      if (!thin || !intent.patterns.empty()) continue;
      add("K331", intent.examples.front(),
          quoted(intent.id) + " has " + std::to_string(count) + " of the usual " +
              std::to_string(usual) + " examples",
          "add lines as different people would type them, or a pattern");
    }
  }

  void tell_alike() {
    std::map<std::pair<uint32_t, uint32_t>, std::vector<uint32_t>> taken;
    for (const IntentModel::Mistake& mistake : model_.mistakes())
      taken[{mistake.intent, mistake.taken_for}].push_back(mistake.line);
    for (const auto& [pair, lines] : taken) {
      const auto& [intent, other] = pair;
      const uint32_t tried = model_.tried(intent);
      if (lines.size() < mistakes_min || lines.size() * 2 < tried) continue;
      add("K332", intents_[intent].examples[lines.front()],
          quoted(intents_[intent].id) + " sounds like " + quoted(intents_[other].id) + ": " +
              std::to_string(lines.size()) + " of " + std::to_string(tried) +
              " lines that were tried were taken for it",
          "this is one of them; say what only it would say, or make the two one");
    }
  }

 private:
  void add(const char* code, const ContentLine& line, std::string message, const char* hint) {
    const auto source = sources_.find(line.path);
    if (source != sources_.end())
      report_.add(code, *source->second, line.span, std::move(message), hint);
  }

  const std::vector<IntentContent>& intents_;
  const IntentModel& model_;
  Report& report_;
  std::map<std::string, const Source*> sources_;
};

}  // namespace

void warn_of_unclear_intents(const Front& front, const TrainedIntents& trained, Report& report) {
  Unclear unclear(front, trained.model, report);
  unclear.tell_thin();
  unclear.tell_alike();
}

}  // namespace keel

#include "review/twin_lines.h"

#include <algorithm>
#include <map>

#include "script/spoken.h"

namespace keel {
namespace {

// Where a line stands in its original -> what the twin says there.
using Said = std::map<uint32_t, const Words*>;

Said said_by(const FlowNode& flow, const TwinNode& twin) {
  Said said;
  const std::vector<SpokenLine> lines = spoken_lines(flow);
  if (lines.size() != twin.lines.size()) return said;
  for (size_t i = 0; i < lines.size(); ++i) said[lines[i].words->span.begin] = &twin.lines[i].text;
  const std::pair<const Words*, const Words*> head[] = {{&flow.title, &twin.title},
                                                        {&flow.offer, &twin.offer},
                                                        {&flow.why, &twin.why},
                                                        {&flow.returning, &twin.returning}};
  for (const auto& [original, words] : head) {
    if (!original->empty() && !words->empty()) said[original->span.begin] = words;
  }
  return said;
}

ReviewLine in_words_of(const ReviewLine& original, const TwinNode& twin, const Words& words) {
  ReviewLine line = original;
  line.language = twin.language;
  line.text = words.text;
  line.path = twin.source->path();
  line.line = twin.source->position(words.span.begin).line;
  line.span = words.span;
  line.reading = read_line(words.text);
  return line;
}

void add_twin(const FlowReview& original, const FlowNode& flow, const TwinNode& twin,
              Inventory& inventory) {
  const Said said = said_by(flow, twin);
  if (said.empty()) return;
  FlowReview review = original;
  review.language = twin.language;
  review.path = twin.source->path();
  review.base = twin.base;
  if (!twin.title.empty()) review.title = twin.title.text;
  std::map<size_t, size_t> twin_of;  // line of the original -> its twin
  review.entries.clear();
  for (Entry entry : original.entries) {
    if (entry.what == Entry::What::line) {
      const ReviewLine& line = inventory.lines[entry.line];
      const auto words = said.find(line.span.begin);
      if (words == said.end()) continue;
      ReviewLine spoken = in_words_of(line, twin, *words->second);
      twin_of[entry.line] = inventory.lines.size();
      const auto other = twin_of.find(line.stands_for);
      spoken.stands_for = other == twin_of.end() ? inventory.lines.size() : other->second;
      entry.line = inventory.lines.size();
      inventory.lines.push_back(std::move(spoken));
    }
    review.entries.push_back(std::move(entry));
  }
  inventory.flows.push_back(std::move(review));
}

}  // namespace

void add_twin_lines(const PackNodes& pack, Inventory& inventory) {
  for (const TwinNode& twin : pack.twins) {
    if (twin.has_mistakes) continue;
    const auto flow = std::find_if(pack.flows.begin(), pack.flows.end(), [&](const FlowNode& node) {
      return node.id.text == twin.id.text;
    });
    const auto review = std::find_if(inventory.flows.begin(), inventory.flows.end(),
                                     [&](const FlowReview& one) { return one.id == twin.id.text; });
    if (flow == pack.flows.end() || review == inventory.flows.end()) continue;
    const FlowReview original = *review;
    add_twin(original, *flow, twin, inventory);
  }
}

}  // namespace keel

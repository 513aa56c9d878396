#include "dialog/run.h"

#include "base/assert.h"

namespace keel {
namespace {

template <class StepType>
const StepType* open_step(const Run& run, const Frame& frame) {
  const Flow& flow = run.flow_of(frame);
  const auto point = flow.points.find(frame.point);
  if (point == flow.points.end()) return nullptr;
  return std::get_if<StepType>(&flow.code[point->second].step);
}

}  // namespace

const Flow* Program::find(const std::string& id) const {
  const auto found = flows.find(id);
  return found == flows.end() ? nullptr : &found->second;
}

const Flow* Program::find(const std::string& id, const std::string& spoken) const {
  const auto twin = twins.find(spoken);
  if (twin == twins.end()) return find(id);
  const auto found = twin->second.find(id);
  return found == twin->second.end() ? find(id) : &found->second;
}

const Flow& Run::flow_of(const Frame& frame) const {
  const Flow* flow = program.find(frame.flow, now().language);
  KEEL_ASSERT(flow != nullptr);
  return *flow;
}

Frame* Run::beneath_house() {
  for (auto frame = now().stack.rbegin(); frame != now().stack.rend(); ++frame) {
    if (!flow_of(*frame).is_house()) return &*frame;
  }
  return nullptr;
}

const Ask* open_ask(const Run& run, const Frame& frame) {
  return open_step<Ask>(run, frame);
}

const Wait* open_wait(const Run& run, const Frame& frame) {
  return open_step<Wait>(run, frame);
}

void note(Run& run, std::string line) {
  run.turn.trace.lines.push_back(std::move(line));
}

}  // namespace keel

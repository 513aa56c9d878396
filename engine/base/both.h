#pragma once
// Both: does two things that know nothing of each other, perhaps at the same time. The engine makes
// no threads of its own: whoever embeds it says whether there is one to spare
// (embed/side_by_side.h).
//
//   both([&] { trial = run_trial(); }, [&] { model = learn(); });
#include <functional>

namespace keel {

using Both =
    std::function<void(const std::function<void()>& one, const std::function<void()>& other)>;

inline void in_turn(const std::function<void()>& one, const std::function<void()>& other) {
  one();
  other();
}

}  // namespace keel

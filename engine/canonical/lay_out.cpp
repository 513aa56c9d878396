// How a document is broken into lines: so that a person can read it, and a changed sentence is one
// changed line.
#include "canonical/write.h"

namespace keel::canonical {
namespace {

constexpr size_t line_width = 120;

std::string in_one_line(const Ordered& json) {
  return json.dump(-1, ' ', false, Ordered::error_handler_t::replace);
}

class Layout {
 public:
  std::string run(const Ordered& json) {
    add(json, 0, 0);
    out_ += '\n';
    return std::move(out_);
  }

 private:
  // `taken`: what already stands in this line.
  void add(const Ordered& json, size_t indent, size_t taken) {
    if (!json.is_structured() || json.empty()) {
      out_ += in_one_line(json);
      return;
    }
    if (is_leaf(json)) {
      const std::string line = in_one_line(json);
      if (indent + taken + line.size() <= line_width) {
        out_ += line;
        return;
      }
    }
    const bool object = json.is_object();
    out_ += object ? '{' : '[';
    bool first = true;
    for (const auto& [key, value] : json.items()) {
      if (!first) out_ += ',';
      first = false;
      out_ += '\n';
      out_.append(indent + 1, ' ');
      const std::string head = object ? in_one_line(Ordered(key)) + ": " : "";
      out_ += head;
      add(value, indent + 1, head.size());
    }
    out_ += '\n';
    out_.append(indent, ' ');
    out_ += object ? '}' : ']';
  }

  // Few enough values to be read at one look, and to be written twice without harm.
  static bool is_leaf(const Ordered& json) { return counted(json) <= leaf_values; }

  static size_t counted(const Ordered& json) {
    if (!json.is_structured()) return 1;
    size_t count = 1;
    for (const Ordered& one : json) {
      count += counted(one);
      if (count > leaf_values) return count;
    }
    return count;
  }

  static constexpr size_t leaf_values = 16;
  std::string out_;
};

}  // namespace

std::string laid_out(const Ordered& json) {
  return Layout().run(json);
}

}  // namespace keel::canonical

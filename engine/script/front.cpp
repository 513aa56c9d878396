#include "script/front.h"

#include <algorithm>

#include "base/width.h"
#include "script/check.h"
#include "script/help_lines_json.h"
#include "script/lost_words.h"
#include "script/parse.h"
#include "script/safety_rules.h"
#include "understand/safety_content.h"

namespace keel {
namespace {

enum class FileKind : uint8_t { flow, twin, person, intents, other };

// "es" of dialogs/es/pause.keel; empty: it is no twin.
std::string_view language_of(std::string_view path) {
  size_t begin = 0;
  for (size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', begin)) {
    const std::string_view folder = path.substr(begin, slash - begin);
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (folder.size() == 2 && std::all_of(folder.begin(), folder.end(), is_letter)) return folder;
    begin = slash + 1;
  }
  return {};
}

FileKind kind_of(std::string_view path) {
  if (!path.ends_with(".keel")) return FileKind::other;
  if (path.starts_with("intents/safety/")) return FileKind::other;
  if (path.starts_with("intents/")) return FileKind::intents;
  if (!path.starts_with("dialogs/")) return FileKind::other;
  if (!language_of(path).empty()) return FileKind::twin;
  return path.ends_with("/person.keel") ? FileKind::person : FileKind::flow;
}

std::string_view name_of_file(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) path = path.substr(slash + 1);
  return path.substr(0, path.rfind('.'));
}

constexpr size_t text_bytes_max = 4U << 20U;

// The first byte that is no text: no UTF-8, or a sign that cannot be seen. The size of the text
// when there is none.
size_t first_bad_byte(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (text[at] >= ' ' && text[at] < 0x7F) {
      ++at;
      continue;
    }
    const CodePoint one = code_point_at(text, at);
    const bool replaced = one.value == 0xFFFD && one.bytes == 1;
    const bool unseen = one.value < 0x20 && one.value != '\t' && one.value != '\n' &&
                        one.value != '\r' && one.value != '\f';
    if (replaced || unseen || one.value == 0x7F) return at;
    at += one.bytes;
  }
  return text.size();
}

bool is_readable(const Source& source, Report& report) {
  const std::string& text = source.text();
  if (text.size() > text_bytes_max) {
    report.add("K093", source, {0, 0}, "this file has more than 4 MiB",
               "a flow is a few pages; is this the right file?");
    return false;
  }
  const size_t bad = first_bad_byte(text);
  if (bad == text.size()) return true;
  const auto at = static_cast<uint32_t>(bad);
  const bool unseen = static_cast<unsigned char>(text[bad]) < 0x80;
  report.add("K003", source, {at, at + 1},
             unseen ? "here stands a sign that cannot be seen" : "this is not UTF-8 text",
             unseen ? "is this a text file? delete the sign" : "save the file as UTF-8");
  return false;
}

std::string_view without_byte_order_mark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

void parse_file(const Source& source, bool base, PackNodes& pack, Report& report) {
  const FileKind kind = kind_of(source.path());
  if (kind == FileKind::other) return;
  if (!is_readable(source, report)) {
    pack.unreadable.emplace(name_of_file(source.path()));
    return;
  }
  if (kind == FileKind::person) {
    pack.persons.push_back(parse_person(source, report));
  } else if (kind == FileKind::intents) {
    pack.intents.push_back(parse_intents(source, report));
  } else if (kind == FileKind::twin) {
    pack.twins.push_back(parse_twin(source, std::string(language_of(source.path())), report));
    pack.twins.back().base = base;
  } else {
    FlowNode flow = parse_flow(source, report);
    flow.base = base;
    const std::string_view name = name_of_file(source.path());
    if (!flow.id.empty() && flow.id.text != name) {
      flow.lost_words.emplace(name);
      report.add("K011", source, flow.id.span,
                 "flow " + quoted(flow.id.text) + " stands in the file " + quoted(name),
                 "the two have one name");
    }
    if (flow.id.empty()) flow.lost_words.emplace(name);
    pack.flows.push_back(std::move(flow));
  }
}

ContentLine content_line(const Source& source, const Words& words) {
  return {words.text, source.path(), words.span};
}

void add_content(const IntentFileNode& file, ReaderContent& content) {
  for (const IntentNode& node : file.intents) {
    IntentContent intent;
    intent.id = node.id.text;
    for (const Words& words : node.examples)
      intent.examples.push_back(content_line(*file.source, words));
    for (const Words& words : node.patterns)
      intent.patterns.push_back(content_line(*file.source, words));
    content.intents.push_back(std::move(intent));
  }
  for (const WordListNode& node : file.lists) {
    WordListContent list;
    list.name = node.name.text;
    for (const Words& words : node.entries)
      list.entries.push_back(content_line(*file.source, words));
    content.lists.push_back(std::move(list));
  }
}

// The same sentence as an example of two intents teaches the model nothing but doubt.
void check_examples(const PackNodes& pack, Report& report) {
  std::map<std::string, std::string> intent_of;
  for (const IntentFileNode& file : pack.intents) {
    for (const IntentNode& intent : file.intents) {
      for (const Words& example : intent.examples) {
        const auto [at, is_new] = intent_of.emplace(example.text, intent.id.text);
        if (is_new || at->second == intent.id.text) continue;
        report.add("K054", *file.source, example.span,
                   "this is also an example of " + quoted(at->second),
                   "keep it where it fits best");
      }
    }
  }
}

std::shared_ptr<const SafetyContent> safety_in(const std::deque<Source>& sources, Report& report) {
  std::vector<const Source*> rules;
  for (const Source& source : sources) {
    const bool holds_rules =
        source.path().starts_with("intents/safety/") && source.path().ends_with(".keel");
    if (holds_rules && is_readable(source, report)) rules.push_back(&source);
  }
  std::vector<Diagnostic> mistakes;
  auto content = std::make_shared<const SafetyContent>(read_safety_rules(rules, mistakes));
  report.add_all(mistakes);
  return content;
}

std::vector<HelpLine> help_lines_in(const std::deque<Source>& sources, Report& report) {
  std::vector<HelpLine> lines;
  for (const Source& source : sources) {
    if (source.path() != "dialogs/help-lines.json" || !is_readable(source, report)) continue;
    std::vector<Diagnostic> mistakes;
    lines = read_help_lines(source, mistakes);
    report.add_all(mistakes);
  }
  return lines;
}

using Right = std::vector<std::pair<const FlowNode*, size_t>>;

std::vector<Original> originals(const Front& front, const Right& right) {
  std::vector<Original> all;
  for (const auto& [node, index] : right) all.push_back({node, &front.flows[index]});
  return all;
}

}  // namespace

Front read_front(const std::vector<PackFile>& files, Report& report) {
  Front front;
  PackNodes& pack = front.pack;
  for (const PackFile& file : files)
    front.sources.emplace_back(file.path, std::string(without_byte_order_mark(file.text)));
  for (size_t i = 0; i < files.size(); ++i)
    parse_file(front.sources[i], files[i].base, pack, report);
  front.names = gather_names(pack, report);
  Names& names = front.names;
  front.content.safety = safety_in(front.sources, report);
  front.help_lines = help_lines_in(front.sources, report);
  const std::vector<std::string>& categories = front.content.safety->categories;
  names.categories.insert(categories.begin(), categories.end());
  front.person = names.person;
  check_examples(pack, report);
  for (const IntentFileNode& file : pack.intents) add_content(file, front.content);
  Right right;  // flows without a mistake so far
  for (const FlowNode& node : pack.flows) {
    if (node.id.empty() || node.indentation_wrong) continue;
    const size_t before = report.diagnostics().size();
    Lowered lowered = lower_flow(node, names, static_cast<uint32_t>(front.flows.size()), report);
    const bool has_mistakes = node.has_mistakes || errors_since(report, before) > 0;
    // Where a flow leads and what is known on the way follow from its lines, so that they are told
    // once those are right.
    if (!has_mistakes) {
      const size_t without_rounds = report.diagnostics().size();
      check_loops(lowered, node, report);
      // What stands behind a round that never ends is never reached, and that is no further
      // mistake.
      if (report.diagnostics().size() == without_rounds) check_reached(lowered, node, report);
      right.push_back({&node, front.flows.size()});
    }
    for (const std::string& intent : lowered.flow.start_intents)
      front.starts[intent].push_back(node.id.text);
    front.flows.push_back(std::move(lowered));
    front.flow_files.push_back(node.source->path());
  }
  const GivenSlots given = given_slots(front.flows);
  for (const auto& [node, index] : right) {
    check_known(front.flows[index], *node, given, report);
    check_secrets(front.flows[index], *node, report);
    check_begun(front.flows[index], *node, front.flows, given, report);
  }
  front.twins = lower_twins(pack, names, originals(front, right), report);
  check_visits(pack, names, report);
  check_answered(*front.content.safety, front.flows, front.sources, report);
  return front;
}

}  // namespace keel

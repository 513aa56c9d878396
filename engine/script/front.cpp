#include "script/front.h"

#include <algorithm>

#include "script/check.h"
#include "script/help_lines_json.h"
#include "script/parse.h"
#include "script/safety_rules.h"
#include "understand/safety_content.h"

namespace keel {
namespace {

enum class FileKind : uint8_t { flow, person, intents, other };

// dialogs/es/pause.keel: a translation, compiled apart.
bool is_translation(std::string_view path) {
  size_t begin = 0;
  for (size_t slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', begin)) {
    const std::string_view folder = path.substr(begin, slash - begin);
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (folder.size() == 2 && std::all_of(folder.begin(), folder.end(), is_letter)) return true;
    begin = slash + 1;
  }
  return false;
}

FileKind kind_of(std::string_view path) {
  if (!path.ends_with(".keel") || is_translation(path)) return FileKind::other;
  if (path.starts_with("intents/safety/")) return FileKind::other;
  if (path.starts_with("intents/")) return FileKind::intents;
  if (!path.starts_with("dialogs/")) return FileKind::other;
  return path.ends_with("/person.keel") ? FileKind::person : FileKind::flow;
}

std::string_view name_of_file(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) path = path.substr(slash + 1);
  return path.substr(0, path.rfind('.'));
}

// The first byte that is no UTF-8; the size of the text when there is none.
size_t first_bad_byte(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const size_t length = lead < 0x80 ? 1 : lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : 2;
    const bool lead_ok = lead < 0x80 || (lead >= 0xC2 && lead < 0xF5);
    if (!lead_ok || at + length > text.size()) return at;
    for (size_t i = 1; i < length; ++i) {
      if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) return at;
    }
    at += length;
  }
  return text.size();
}

bool is_readable(const Source& source, Report& report) {
  const size_t bad = first_bad_byte(source.text());
  if (bad == source.text().size()) return true;
  const auto at = static_cast<uint32_t>(bad);
  report.add("K003", source, {at, at + 1}, "this is not UTF-8 text", "save the file as UTF-8");
  return false;
}

void parse_file(const Source& source, bool base, PackNodes& pack, Report& report) {
  const FileKind kind = kind_of(source.path());
  if (kind == FileKind::other || !is_readable(source, report)) return;
  if (kind == FileKind::person) {
    pack.persons.push_back(parse_person(source, report));
  } else if (kind == FileKind::intents) {
    pack.intents.push_back(parse_intents(source, report));
  } else {
    FlowNode flow = parse_flow(source, report);
    flow.base = base;
    const std::string_view name = name_of_file(source.path());
    if (!flow.id.empty() && flow.id.text != name) {
      report.add("K011", source, flow.id.span,
                 "flow " + quoted(flow.id.text) + " stands in the file " + quoted(name),
                 "the two have one name");
    }
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
    if (source.path().starts_with("intents/safety/") && source.path().ends_with(".keel"))
      rules.push_back(&source);
  }
  std::vector<Diagnostic> mistakes;
  auto content = std::make_shared<const SafetyContent>(read_safety_rules(rules, mistakes));
  report.add_all(mistakes);
  return content;
}

std::vector<HelpLine> help_lines_in(const std::deque<Source>& sources, Report& report) {
  std::vector<HelpLine> lines;
  for (const Source& source : sources) {
    if (source.path() != "dialogs/help-lines.json") continue;
    std::vector<Diagnostic> mistakes;
    lines = read_help_lines(source, mistakes);
    report.add_all(mistakes);
  }
  return lines;
}

}  // namespace

Front read_front(const std::vector<PackFile>& files, Report& report) {
  Front front;
  PackNodes& pack = front.pack;
  for (const PackFile& file : files) front.sources.emplace_back(file.path, file.text);
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
  for (const FlowNode& node : pack.flows) {
    if (node.id.empty() || node.indentation_wrong) continue;
    const size_t before = report.diagnostics().size();
    Lowered lowered = lower_flow(node, names, static_cast<uint32_t>(front.flows.size()), report);
    const bool has_mistakes = node.has_mistakes || report.diagnostics().size() > before;
    // Where a flow leads and what is known on the way follow from its lines, so that they are told
    // once those are right.
    if (!has_mistakes) {
      check_reached(lowered, node, report);
      check_loops(lowered, node, report);
      check_known(lowered, node, report);
      check_promises(lowered, node, names, report);
    }
    for (const std::string& intent : lowered.flow.start_intents)
      front.starts[intent].push_back(node.id.text);
    front.flows.push_back(std::move(lowered));
    front.flow_files.push_back(node.source->path());
  }
  check_visits(pack, names, report);
  check_answered(*front.content.safety, front.flows, front.sources, report);
  return front;
}

}  // namespace keel

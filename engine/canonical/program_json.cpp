#include "canonical/program_json.h"

#include "canonical/parse_json.h"
#include "canonical/read.h"
#include "canonical/validate.h"
#include "canonical/write.h"

namespace keel {
namespace {

using namespace canonical;

std::string hex(uint64_t value) {
  std::string digits(16, '0');
  for (size_t i = 16; i-- > 0; value >>= 4U) digits[i] = "0123456789abcdef"[value & 15U];
  return digits;
}

Ordered help_line_json(const HelpLine& line) {
  Ordered json;
  const auto put = [&](const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
  };
  json["country"] = line.country;
  json["need"] = line.need;
  json["name"] = line.name;
  put("phone", line.phone);
  put("sms_number", line.sms_number);
  put("sms_keyword", line.sms_keyword);
  put("chat", line.chat);
  put("hours", line.hours);
  if (!line.languages.empty()) json["languages"] = line.languages;
  if (line.checked) json["checked"] = true;
  put("checked_on", line.checked_on);
  return json;
}

Ordered flows_json(const std::map<std::string, Flow>& flows,
                   const std::vector<std::string>& files) {
  Ordered json = Ordered::object();
  for (const auto& [id, flow] : flows) json[id] = flow_json(flow, files);
  return json;
}

uint64_t hash_at(const At& at) {
  const std::string& digits = at.words();
  uint64_t value = 0;
  if (digits.size() != 16) at.refuse("must be 16 hexadecimal digits");
  for (const char c : digits) {
    const size_t digit = std::string_view("0123456789abcdef").find(c);
    if (digit == std::string_view::npos) at.refuse("must be 16 hexadecimal digits");
    value = value << 4U | digit;
  }
  return value;
}

std::map<std::string, Flow> flows_at(const At& at, const FileNumbers& files) {
  std::map<std::string, Flow> flows;
  at.entries([&](const std::string& id, const At& one) {
    const Json key = id;
    At(at, id, key).id();
    flows.emplace(id, flow_at(one, id, files));
  });
  return flows;
}

Program program_at(const At& at) {
  Program program;
  FileNumbers files;
  at.need("files").each([&](const At& one) {
    files.emplace(one.text(), static_cast<uint32_t>(program.files.size()));
    program.files.push_back(one.text());
  });
  program.pack = at.need("pack").text();
  program.language = at.need("language").text();
  program.content_hash = hash_at(at.need("content_hash"));
  program.person = slots_at(at.need("person"));
  at.need("starts").entries(
      [&](const std::string& intent, const At& one) { program.starts[intent] = one.texts(); });
  at.need("help_lines").each([&](const At& one) {
    program.help_lines.push_back(help_line_at(one));
  });
  program.flows = flows_at(at.need("flows"), files);
  if (const auto twins = at.maybe("twins")) {
    twins->entries([&](const std::string& language, const At& one) {
      program.twins[language] = flows_at(one, files);
    });
  }
  validate(program);
  return program;
}

// The reader tells what is wrong with patterns, lists and rules; a line's path is its place here.
void refuse_mistakes(const std::vector<Diagnostic>& found) {
  for (const Diagnostic& one : found) {
    if (one.severity != Severity::error) continue;
    throw Refusal{one.path, one.message + (one.hint.empty() ? "" : " (" + one.hint + ")")};
  }
}

Loaded loaded_from(std::string_view text, Loading loading, const Both& both, const Learn& learn) {
  const Json json = parse_json(text);
  const At at(json);
  if (!json.is_object()) at.refuse("must be an object");
  at.need("keel").number(program_format, program_format);
  at.only({"keel", "pack", "language", "content_hash", "seed", "files", "person", "starts",
           "help_lines", "flows", "twins", "reader"});
  Loaded loaded;
  loaded.seed = at.need("seed").unsigned_number();
  Program program = program_at(at);
  loaded.content = std::make_shared<const ReaderContent>(content_at(at.need("reader")));
  std::vector<Diagnostic> found;
  if (loading == Loading::whole) {
    program.reader = std::make_shared<const Reader>(
        Reader::build(*loaded.content, loaded.seed, found, both, learn));
  } else {
    Reader::untrained(*loaded.content, found);
  }
  refuse_mistakes(found);
  loaded.program = std::make_shared<const Program>(std::move(program));
  return loaded;
}

}  // namespace

std::string program_to_json(const Program& program, const ReaderContent& content, uint64_t seed) {
  Ordered json;
  json["keel"] = program_format;
  json["pack"] = program.pack;
  json["language"] = program.language;
  json["content_hash"] = hex(program.content_hash);
  json["seed"] = seed;
  json["files"] = program.files;
  json["person"] = slots_json(program.person);
  json["starts"] = program.starts;
  json["help_lines"] = Ordered::array();
  for (const HelpLine& line : program.help_lines) {
    json["help_lines"].push_back(help_line_json(line));
  }
  json["flows"] = flows_json(program.flows, program.files);
  for (const auto& [language, flows] : program.twins) {
    json["twins"][language] = flows_json(flows, program.files);
  }
  json["reader"] = content_json(content);
  return laid_out(json);
}

Result<Loaded> program_from_json(std::string_view json, Loading loading, const Both& both,
                                 const Learn& learn) {
  try {
    return loaded_from(json, loading, both, learn);
  } catch (const Refusal& refusal) {
    const std::string place = refusal.pointer.empty() ? "the document" : refusal.pointer;
    return Error{ErrorCode::invalid_argument, place + ": " + refusal.sentence};
  } catch (const Json::exception&) {
    return Error{ErrorCode::invalid_argument, "the document: is not JSON"};
  }
}

}  // namespace keel

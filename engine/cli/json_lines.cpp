#include "cli/json_lines.h"

#include <iostream>
#include <string>

namespace keel::cli {

int for_each_line(std::istream& in, const std::function<void(const nlohmann::json&)>& each) {
  int exit_code = 0;
  size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) continue;
    if (line.front() != '{') {
      each({{"text", line}});
      continue;
    }
    const nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
    if (!object.is_object() || !object.contains("text") || !object["text"].is_string()) {
      std::cerr << "keel: line " << number << " is not an object with a \"text\"\n";
      exit_code = 1;
      continue;
    }
    each(object);
  }
  return exit_code;
}

std::string printed(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace keel::cli

// keel explain: the page of a diagnostic, with an example and how to mend it.
#include <iostream>

#include "cli/commands.h"
#include "script/codes.h"
#include "script/did_you_mean.h"
#include "script/pages.h"

namespace keel::cli {
namespace {

// "k12" is K012: a code is typed by hand.
std::string as_code(std::string typed) {
  if (!typed.empty() && (typed[0] == 'k' || typed[0] == 'K')) typed.erase(0, 1);
  const bool digits = !typed.empty() && typed.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || typed.size() > 3) return "K" + typed;
  return "K" + std::string(3 - typed.size(), '0') + typed;
}

int explain(const std::string& typed) {
  if (typed.empty()) {
    for (const Code& code : all_codes()) {
      const bool warns = code.severity == Severity::warning;
      std::cout << code.id << "  " << code.title << (warns ? " (a warning)" : "") << "\n";
    }
    return 0;
  }
  const std::string wanted = as_code(typed);
  if (find_code(wanted) != nullptr) {
    std::cout << page_of(wanted);
    return 0;
  }
  std::vector<std::string> codes;
  for (const Code& code : all_codes()) codes.emplace_back(code.id);
  const std::string near = did_you_mean(wanted, codes);
  std::cerr << "keel: there is no code " << typed << (near.empty() ? "" : "; " + near)
            << "\n`keel explain` lists them all\n";
  return 1;
}

}  // namespace

void add_explain(CLI::App& app, Run& run) {
  auto code = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "explain", "What a code such as K012 means, with an example and how to mend it");
  command->add_option("CODE", *code, "as `keel check` prints it; without it, all codes are listed");
  command->callback([code, &run] { run = [code] { return explain(*code); }; });
}

}  // namespace keel::cli

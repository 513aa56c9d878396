// person.keel: the slots that belong to the person and are known in every flow.
#include "script/lost_words.h"
#include "script/parse.h"
#include "script/parse_parts.h"

namespace keel {

PersonNode parse_person(const Source& source, Report& report) {
  const size_t before = report.diagnostics().size();
  const std::vector<RawLine> lines = read_lines(source, report);
  const Context context{source, report};
  PersonNode person;
  person.source = &source;
  size_t at = 0;
  if (!lines.empty() && lines[0].text == "person") {
    at = 1;
  } else {
    const Span span = lines.empty() ? Span{0, 0} : lines[0].span;
    context.error("K010", span, "the file does not begin with `person`", "person");
  }
  for (; at < lines.size(); ++at) {
    refuse_children(context, lines[at]);
    Tokens tokens(source, lines[at].span);
    PersonSlotNode slot;
    slot.name = take_name(context, tokens, "slot");
    if (slot.name.empty()) continue;
    if (!tokens.take(":")) {
      context.error("K030", tokens.peek().span, "this slot has no type", "SLOT: TYPE");
      continue;
    }
    slot.type = take_type(context, tokens);
    if (slot.type.type != AnswerType::none) expect_done(context, tokens);
    person.slots.push_back(std::move(slot));
  }
  person.lost_words = words_of_wrong_lines(source, lines, report, before);
  return person;
}

}  // namespace keel

#include "server/export_json.h"

#include "server/frames.h"
#include "server/wire_json.h"

namespace keel {
namespace {

OrderedJson parsed(const std::string& text) {
  OrderedJson json = OrderedJson::parse(text, nullptr, false);
  return json.is_discarded() ? OrderedJson(text) : json;
}

}  // namespace

std::string record_frame(const Record& record) {
  if (record.kind == RecordKind::you && record.text.empty()) {
    return you_frame(static_cast<uint64_t>(record.seq), record.event, "", 0);
  }
  return record.text;
}

std::string export_json(const std::vector<ExportedSession>& sessions, Instant now) {
  OrderedJson list = OrderedJson::array();
  for (const ExportedSession& one : sessions) {
    OrderedJson journal = OrderedJson::array();
    for (const JournalRow& row : one.session.journal) {
      const bool over = row.expires_at > 0 && row.expires_at <= now;
      if (!over) journal.push_back(parsed(row.text));
    }
    OrderedJson records = OrderedJson::array();
    for (const Record& record : one.records) records.push_back(parsed(record_frame(record)));
    OrderedJson timers = OrderedJson::array();
    for (const TimerRow& timer : one.session.timers) {
      timers.push_back({{"id", timer.id}, {"ends_at", timer.ends_at}});
    }
    list.push_back({{"session", one.session.session.name},
                    {"pack", one.pack},
                    {"language", one.language},
                    {"changed_at", one.session.at},
                    {"journal", std::move(journal)},
                    {"timers", std::move(timers)},
                    {"messages", std::move(records)},
                    {"state", parsed(one.session.state)}});
  }
  return wire_text({{"keel_export", 1}, {"sessions", std::move(list)}});
}

}  // namespace keel

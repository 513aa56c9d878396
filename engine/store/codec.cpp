#include "store/codec.h"

#include <optional>

namespace keel {
namespace {

constexpr char format = 1;  // persisted: a changed form gets another number

void put_text(std::string& out, std::string_view text) {
  const auto size = static_cast<uint32_t>(text.size());
  for (unsigned shift = 0; shift < 32; shift += 8) {
    out.push_back(static_cast<char>((size >> shift) & 0xffU));
  }
  out.append(text);
}

std::optional<std::string_view> take_text(std::string_view& rest) {
  if (rest.size() < 4) return std::nullopt;
  uint32_t size = 0;
  for (unsigned i = 0; i < 4; ++i) size |= uint32_t{static_cast<unsigned char>(rest[i])} << (8 * i);
  rest.remove_prefix(4);
  if (rest.size() < size) return std::nullopt;
  const std::string_view text = rest.substr(0, size);
  rest.remove_prefix(size);
  return text;
}

Error unreadable() {
  return {ErrorCode::corrupt, "A stored row cannot be read."};
}

bool take_format(std::string_view& rest) {
  if (rest.empty() || rest.front() != format) return false;
  rest.remove_prefix(1);
  return true;
}

}  // namespace

std::string encode_records(const std::vector<Record>& records) {
  std::string body(1, format);
  for (const Record& record : records) {
    body.push_back(static_cast<char>(record.kind));
    put_text(body, record.text);
  }
  return body;
}

Result<std::vector<Record>> decode_records(std::string_view body, int64_t first_seq,
                                           const std::string& event) {
  if (!take_format(body)) return unreadable();
  std::vector<Record> records;
  while (!body.empty()) {
    const auto kind = static_cast<unsigned char>(body.front());
    if (kind > static_cast<unsigned char>(RecordKind::bot)) return unreadable();
    body.remove_prefix(1);
    const std::optional<std::string_view> text = take_text(body);
    if (!text) return unreadable();
    const int64_t seq = first_seq + static_cast<int64_t>(records.size());
    records.push_back({seq, static_cast<RecordKind>(kind), event, std::string(*text)});
  }
  return records;
}

std::string encode_entry(const JournalRow& row) {
  std::string body(1, format);
  put_text(body, row.slot);
  body.append(row.text);
  return body;
}

Result<JournalRow> decode_entry(std::string_view body, int64_t seq) {
  if (!take_format(body)) return unreadable();
  const std::optional<std::string_view> slot = take_text(body);
  if (!slot) return unreadable();
  return JournalRow{seq, std::string(*slot), std::string(body), ""};
}

}  // namespace keel

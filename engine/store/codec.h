#pragma once
// codec: how the records of one turn and one journal entry become the bytes that are then sealed.
// Not a wire format. Persisted: one byte 1, then per record its kind (one byte), the length of its
// text (four bytes, little endian) and the text; an entry is the slot in the same way, then the
// text.
//
//   std::string body = encode_records(records);
//   Result<std::vector<Record>> again = decode_records(body, first_seq, event);
//
// Threads: pure functions. Failure: `corrupt`, never a read past the end.
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace keel {

std::string encode_records(const std::vector<Record>& records);
Result<std::vector<Record>> decode_records(std::string_view body, int64_t first_seq,
                                           const std::string& event);

std::string encode_entry(const JournalRow& row);
Result<JournalRow> decode_entry(std::string_view body, int64_t seq);

}  // namespace keel

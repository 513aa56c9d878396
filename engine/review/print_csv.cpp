// The inventory as a table for spreadsheets: RFC 4180, one line a row.
#include <array>
#include <cstdio>

#include "review/book.h"

namespace keel {
namespace {

std::string grade_of(const ReviewLine& line) {
  if (line.language != "en") return {};
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.1f", line.reading.grade());
  return text.data();
}

std::string state_of(const LineApproval& approval) {
  if (approval.state == ApprovalState::approved) return "approved";
  return approval.state == ApprovalState::changed ? "changed since" : "not approved";
}

std::string people_of(const LineApproval& approval) {
  std::string out;
  for (const Approver& approver : approval.by)
    out += (out.empty() ? "" : "; ") + approver.by + " " + approver.on;
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "\n") + line;
  return out;
}

std::string styles_of(const Book& book, size_t index) {
  std::string out;
  for (const StyleFinding& finding : book.style.findings) {
    if (finding.line == index)
      out += (out.empty() ? "" : "; ") + finding.code + " " + finding.message;
  }
  return out;
}

}  // namespace

std::string csv_field(const std::string& text) {
  // A spreadsheet must not take a line of the coach for a formula.
  const bool formula = !text.empty() && std::string("=+-@\t\r").find(text[0]) != std::string::npos;
  const bool quote = formula || text.find_first_of(",\"\r\n") != std::string::npos ||
                     text.starts_with(' ') || text.ends_with(' ');
  if (!quote) return text;
  std::string out = "\"";
  if (formula) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string print_csv(const Book& book) {
  std::string out =
      "id,flow,part,kind,language,text,when,after,in place of,comments,words,grade,approval,by,"
      "style,file,line,hash\r\n";
  for (const size_t index : book.shown) {
    const ReviewLine& line = book.inventory.lines[index];
    const std::string other =
        line.stands_for == index ? std::string() : book.inventory.lines[line.stands_for].id;
    const std::array<std::string, 18> fields{line.id,
                                             line.flow,
                                             line.part,
                                             std::string(name_of(line.kind)),
                                             line.language,
                                             line.text,
                                             line.condition,
                                             line.after,
                                             other,
                                             joined(line.comments),
                                             std::to_string(line.reading.words),
                                             grade_of(line),
                                             state_of(book.approvals[index]),
                                             people_of(book.approvals[index]),
                                             styles_of(book, index),
                                             line.path,
                                             line.line == 0 ? "" : std::to_string(line.line),
                                             line.hash};
    for (const std::string& field : fields)
      out += (&field == &fields.front() ? "" : ",") + csv_field(field);
    out += "\r\n";
  }
  return out;
}

}  // namespace keel

#pragma once
// book: the inventory with everything that is known of its lines: who signed them, what the house
// style says of them. What the page, the table and the JSON are made of.
//
//   Book book = make_book(front, ids, approvals);
//   std::string page = print_html(book, "2026-11-21");
//
// Threads: plain values; printing is pure.
#include <set>
#include <string>
#include <vector>

#include "review/approvals.h"
#include "review/line_ids.h"
#include "review/style.h"

namespace keel {

struct Totals {
  size_t lines = 0;
  size_t approved = 0;
  size_t changed = 0;  // signed before, and reworded since
  size_t words = 0;
  std::vector<std::string> people;  // who signed any of the lines as they stand
};

struct Book {
  Inventory inventory;
  std::vector<LineApproval> approvals;  // of each line
  StyleReview style;
  std::vector<size_t> shown;  // the lines asked for, in reading order
};

Book make_book(const Front& front, const LineIds& ids, const Approvals& approvals);

// Leaves only these flows (empty: all) and, when asked, the lines that nobody has signed as they
// stand. Unknown flows are given back.
std::vector<std::string> choose(Book& book, const std::vector<std::string>& flows, bool changed);

Totals totals_of(const Book& book, const std::vector<size_t>& lines);

// "Nobody has signed this off yet.", "Signed off by Dr A. Ito: 12 of 40 lines."
std::string sign_off_words(const Totals& totals);

std::string print_html(const Book& book, const std::string& today);
std::string print_csv(const Book& book);  // RFC 4180, UTF-8
std::string print_json(const Book& book);

// One field of a CSV line, quoted where it has to be.
std::string csv_field(const std::string& text);

}  // namespace keel

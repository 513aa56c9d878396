#pragma once
// A small pack for the tests of review, and what is made of it.
#include <string>
#include <vector>

#include "review/book.h"

namespace keel::test {

// One flow, `tea`, with every kind of line; more files may be added or put in their place.
Front review_front(const std::vector<PackFile>& more = {});

// The pack with other words in its flow.
Front front_of_flow(const std::string& flow);

const ReviewLine& line_saying(const Inventory& inventory, const std::string& text);

}  // namespace keel::test

#pragma once
// Crowd: people who talk to a server all at once, each on a thread, and remember exactly what they
// were told. When the server dies they stop; when there is another one they come back, send again
// what was not acked, and go on. Threads: `talk_until_cut` starts its own and joins them.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "wire/talk.h"

namespace keel::test {

struct Person {
  Account account;
  std::map<int64_t, std::string> received;  // every numbered frame, as it came, by number
  std::map<std::string, int64_t> acked;     // id of a message -> number of its `you`
  std::map<std::string, std::string> sent;  // id -> words, not acked yet
  uint64_t said = 0;
  std::vector<std::string> complaints;  // what must not happen and did
};

// Connects, catches up, says things until the server goes away. A person without a token is a new
// one.
void talk_until_cut(std::vector<Person>& people, const std::string& host, uint16_t port);

// With the server up again: takes the whole talk from the first number, and compares it with what
// was received.
void compare_with_store(Person& person, const std::string& host, uint16_t port);

}  // namespace keel::test
